package hmnet.command;

import hmnet.ground.figures.FiguresPort;
import hmnet.ground.mllp.MllpPort;
import hmnet.ground.mtls.MachineConnector;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;

/// The line that says the centre answers (起動完了).
final class StartedLine {
    private StartedLine() {}

    static void print(ConfigurableApplicationContext context) {
        var port = context.getEnvironment().getProperty("local.server.port");
        var mtls = context.getBean(MachineConnector.class).port().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "started: port=%s mtls=%d mllp=%d figures=%d seconds=%.1f%n",
                port,
                mtls,
                context.getBean(MllpPort.class).port().orElse(0),
                context.getBean(FiguresPort.class).port(),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
        System.out.flush();
    }
}

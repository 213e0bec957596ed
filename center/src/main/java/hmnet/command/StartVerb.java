package hmnet.command;

import hmnet.Hmnet;
import hmnet.ground.database.UnsafeSetting;
import hmnet.office.setup.Enrolment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `start`: the centre alone, set by environment variables (`docs/reference/configuration.md`).
final class StartVerb {
    private StartVerb() {}

    static void run(String[] arguments) throws IOException {
        new Options(arguments, "start (set by HMNET_… variables)");
        var environment = System.getenv();
        var data = Path.of(environment.getOrDefault("HMNET_DATA", "./data"));
        if (Files.exists(data.resolve("demo"))) {
            throw new UnsafeSetting(data + " is a demonstration: its passwords, keys and certificates are no secret. "
                    + "Set HMNET_DATA to a folder of its own.");
        }
        var context = Hmnet.application().run();
        context.registerShutdownHook();
        var participants = environment.getOrDefault("HMNET_PARTICIPANTS", "");
        if (!participants.isBlank()) {
            System.err.println(
                    "joined: people=" + context.getBean(Enrolment.class).join(Path.of(participants)));
        }
        StartedLine.print(context);
    }
}

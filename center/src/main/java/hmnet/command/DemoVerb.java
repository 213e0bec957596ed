package hmnet.command;

import hmnet.Hmnet;
import hmnet.office.setup.Demo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/// `demo`: the centre on embedded defaults, with the plan and the certificates of a simulated region.
final class DemoVerb {
    private static final int MLLP = 2575;
    private static final int FIGURES = 8081;

    private DemoVerb() {}

    static void run(String[] arguments) throws IOException {
        var options = new Options(
                arguments, "demo [--port 8080] [--mtls-port 8443] [--data ./data]", "port", "mtls-port", "data");
        var data = Path.of(options.get("data", "./data")).toAbsolutePath().normalize();
        var port = options.get("port", "8080");
        var mtls = options.get("mtls-port", "8443");
        var pki = data.resolve("demo").resolve("pki");
        var application = Hmnet.application();
        application.setDefaultProperties(Map.of(
                "hmnet.data",
                data.toString(),
                "server.port",
                port,
                "server.address",
                "localhost",
                "hmnet.url",
                "http://localhost:" + port,
                "hmnet.mtls.port",
                mtls,
                "hmnet.mtls.address",
                "localhost",
                "hmnet.mtls.certificate",
                pki.resolve("server.crt").toString(),
                "hmnet.mtls.key",
                pki.resolve("server.key").toString(),
                "hmnet.mtls.ca",
                pki.resolve("ca.pem").toString(),
                "hmnet.mtls.crl",
                pki.resolve("crl.pem").toString()));
        var context = application.run(
                "--server.port=" + port,
                "--server.address=localhost",
                "--hmnet.mtls.demonstration=true",
                "--hmnet.certificates.issuer=" + pki.resolve("ca.pem"),
                "--hmnet.certificates.issuer-key=" + pki.resolve("ca.key"),
                "--hmnet.mllp.port=" + port("HMNET_MLLP_PORT", MLLP),
                "--hmnet.figures.port=" + port("HMNET_FIGURES_PORT", FIGURES));
        context.registerShutdownHook();
        context.getBean(Demo.class)
                .prepare(data.resolve("demo"), "http://localhost:" + port, "https://localhost:" + mtls);
        StartedLine.print(context);
    }

    /// The port that a variable names, else the usual one, or any other when somebody has that.
    private static String port(String variable, int usual) {
        var named = System.getenv(variable);
        if (named != null) {
            return named;
        }
        try (var tried = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(tried.getLocalPort());
        } catch (IOException taken) {
            return "0";
        }
    }
}

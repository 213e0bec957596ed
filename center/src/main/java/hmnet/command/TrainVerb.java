package hmnet.command;

import hmnet.Hmnet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Comparator;

/// `train`: starts, serves a page and stops, so that the build can record which classes a start needs (AOT
/// cache).
final class TrainVerb {
    private TrainVerb() {}

    static void run(String[] arguments) throws IOException, InterruptedException {
        new Options(arguments, "train");
        var data = Files.createTempDirectory("hmnet-train");
        try (var context =
                Hmnet.application().run("--hmnet.data=" + data, "--server.port=0", "--hmnet.figures.port=0")) {
            var port = context.getEnvironment().getProperty("local.server.port");
            try (var http = HttpClient.newHttpClient()) {
                var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/signin"))
                        .build();
                http.send(page, HttpResponse.BodyHandlers.discarding());
            }
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}

package hmnet.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the centre hands out the newest sealed copy of the facility's own records (非常時の写しの受取).
public final class StandbyDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern NAME = Pattern.compile("filename=\"(hmnet-standby-[0-9-]{10}\\.html)\"");

    private final HttpClient http;
    private final URI copy;

    public StandbyDoor(URI mtls, Path ca, Identity shown) throws IOException {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(MutualTls.of(ca, shown))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.copy = URI.create(mtls.toString().replaceAll("/+$", "") + "/standby/copy");
    }

    /// What came of asking.
    public sealed interface StandbyAnswer {
        /// A copy, whole under `file`.
        ///
        /// @param name by which it is kept
        /// @param tag by which the centre knows it
        record Fetched(Path file, String name, String tag) implements StandbyAnswer {}

        /// The one that is here already.
        record Same() implements StandbyAnswer {}

        /// Nobody ordered copies, or none was made yet.
        record NoCopy() implements StandbyAnswer {}
    }

    /// Asks for the newest one and writes it to a file; what breaks off leaves no whole one.
    ///
    /// @param has the tag of the one that is here, or empty
    /// @param working where it is written
    public StandbyAnswer fetch(String has, Path working) throws IOException {
        var request = HttpRequest.newBuilder(copy).timeout(PATIENCE);
        try {
            var answer = http.send(
                    (has.isEmpty() ? request : request.header("If-None-Match", has)).build(),
                    BodyHandlers.ofFile(working));
            return switch (answer.statusCode()) {
                case 200 -> {
                    var named = answer.headers()
                            .firstValue("Content-Disposition")
                            .map(NAME::matcher)
                            .filter(Matcher::find)
                            .map(found -> found.group(1));
                    var length = answer.headers().firstValueAsLong("Content-Length");
                    if (named.isEmpty() || length.isPresent() && length.getAsLong() != Files.size(working)) {
                        throw new IOException("the copy did not come whole");
                    }
                    yield new StandbyAnswer.Fetched(
                            working, named.get(), tag(answer.headers().firstValue("ETag")));
                }
                case 304 -> new StandbyAnswer.Same();
                case 404 -> new StandbyAnswer.NoCopy();
                default -> throw new IOException("the centre answered " + answer.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String tag(Optional<String> said) {
        return said.filter(tag -> tag.matches("\"[0-9a-f]{64}\"")).orElse("");
    }

    @Override
    public void close() {
        http.close();
    }
}

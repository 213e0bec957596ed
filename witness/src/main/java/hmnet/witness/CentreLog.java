package hmnet.witness;

import hmnet.witness.log.PublicLog;
import hmnet.witness.log.TileAddress;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The log of a centre over HTTPS (センターの公開ログ). Only we call, so no port of ours is open to anybody.
public final class CentreLog implements PublicLog {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NOTE_MAX = 64 << 10;
    private static final int TILE_MAX = 8 << 10;

    private final URI url;
    private final HttpClient client;
    private volatile Optional<Instant> theirTime = Optional.empty();

    public CentreLog(URI url) {
        this.url = url;
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .proxy(ProxySelector.getDefault())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String checkpoint() throws IOException {
        var answer = get("/audit/checkpoint", NOTE_MAX);
        theirTime = answer.headers().firstValue("Date").flatMap(CentreLog::time);
        return text(answer);
    }

    /// The newest checkpoint that a witness countersigned; empty at a centre that does not tell.
    public Optional<String> witnessed() throws IOException {
        var answer = asked(HttpRequest.newBuilder(at("/audit/witnessed")).GET(), NOTE_MAX);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(text(demand(answer)));
    }

    /// The verifier key that the centre itself tells.
    public String key() throws IOException {
        return text(get("/audit/key", NOTE_MAX)).strip();
    }

    /// The centre's clock at the last answer.
    Optional<Instant> theirTime() {
        return theirTime;
    }

    @Override
    public byte[] tile(TileAddress address) throws IOException {
        return get("/audit/tile/" + address.path(), TILE_MAX).body();
    }

    /// What became of a countersignature.
    ///
    /// @param status of HTTP: 200 when it was kept
    record CountersignAnswer(int status, String words) {}

    CountersignAnswer countersign(String note) throws IOException {
        var answer = asked(
                HttpRequest.newBuilder(at("/audit/countersignatures"))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(note)),
                NOTE_MAX);
        return new CountersignAnswer(answer.statusCode(), text(answer).strip());
    }

    private HttpResponse<byte[]> get(String path, int most) throws IOException {
        return demand(asked(HttpRequest.newBuilder(at(path)).GET(), most));
    }

    private static HttpResponse<byte[]> demand(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.request().uri().getPath() + " answers " + answer.statusCode());
        }
        return answer;
    }

    private HttpResponse<byte[]> asked(HttpRequest.Builder request, int most) throws IOException {
        try {
            return client.send(
                    request.timeout(PATIENCE).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private URI at(String path) {
        return URI.create(url + path);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

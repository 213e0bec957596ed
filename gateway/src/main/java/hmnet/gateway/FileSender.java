package hmnet.gateway;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Sends storage files to the centre (ストレージの送信): tar after tar over mutual TLS, each file answered on
/// a line of its own after the centre has committed it. Nothing is remembered here, so anything may be sent
/// again: the centre answers `duplicate`.
public final class FileSender implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    /// The centre may take long to commit a batch while it is busy with others, but not for ever.
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI inbox;
    private final Limits limits;
    private final Compression compression;

    public FileSender(URI mtls, SSLContext tls) {
        this(mtls, tls, Limits.USUAL, Compression.ZSTD);
    }

    public FileSender(URI mtls, SSLContext tls, Limits limits, Compression compression) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.inbox = URI.create(mtls.toString().replaceAll("/+$", "") + "/inbox/");
        this.limits = limits;
        this.compression = compression;
    }

    /// Sends storage files.
    public SendResult send(Iterator<StorageFile> source, Consumer<Answer> answers) {
        return send(Door.SSMIX2, source, answers);
    }

    /// Sends everything the source gives and hands on each answer as its line arrives.
    public SendResult send(Door door, Iterator<StorageFile> source, Consumer<Answer> answers) {
        var tally = Tally.NONE;
        while (source.hasNext()) {
            switch (send(door, Batch.of(source, limits, compression), tally, answers)) {
                case SendResult.Complete complete -> tally = complete.tally();
                case SendResult.CutOff cut -> {
                    return cut;
                }
                case SendResult.TurnedAway away -> {
                    return away;
                }
            }
        }
        return new SendResult.Complete(tally);
    }

    /// What the centre has done with what this facility sent (`GET /inbox/counts`).
    public Counts counts() throws IOException {
        var asked = HttpRequest.newBuilder(inbox.resolve("counts"))
                .timeout(Duration.ofSeconds(60))
                .build();
        var said = exchange(asked, BodyHandlers.ofString());
        if (said.statusCode() != 200) {
            throw new IOException("The centre answered " + said.statusCode() + " to " + asked.uri());
        }
        try {
            return JSON.readValue(said.body(), Counts.class);
        } catch (JacksonException e) {
            throw new IOException("Not the counts of an inbox: " + said.body(), e);
        }
    }

    /// Hears how many doubles the last search found, and asks for a new one (`POST /inbox/doubles`).
    Doubles doubles() throws IOException {
        var asked = HttpRequest.newBuilder(inbox.resolve("doubles"))
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.noBody())
                .build();
        var said = exchange(asked, BodyHandlers.ofString());
        if (said.statusCode() != 200) {
            throw new IOException("The centre answered " + said.statusCode() + " to " + asked.uri());
        }
        try {
            return JSON.readValue(said.body(), Doubles.class);
        } catch (JacksonException e) {
            throw new IOException("Not the counts of doubles: " + said.body(), e);
        }
    }

    /// Sends one file by itself, unpacked and in pieces: for those too large to be held in memory twice, or to be sent
    /// again from the beginning.
    public SendResult send(Door door, StorageFile file, Consumer<Answer> answers) {
        return new Pieces(inbox, this::exchange, door, file).send(answers);
    }

    /// Reports how the gateway is and hears what the centre has to say (`POST /inbox/health`).
    public String report(String health) throws IOException {
        var told = HttpRequest.newBuilder(inbox.resolve("health"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(health))
                .build();
        var said = exchange(told, BodyHandlers.ofString());
        if (said.statusCode() != 200) {
            throw new IOException("The centre answered " + said.statusCode() + " to " + told.uri());
        }
        return said.body();
    }

    private SendResult send(Door door, Batch batch, Tally before, Consumer<Answer> answers) {
        var tally = before;
        try {
            var response = exchange(request(door, batch), BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() != 200) {
                    return turnedAway(before, response.statusCode(), lines);
                }
                for (var line : (Iterable<String>) lines::iterator) {
                    var answer = answer(line);
                    tally = tally.and(answer.outcome());
                    answers.accept(answer);
                }
            }
        } catch (IOException | UncheckedIOException | JacksonException | IllegalArgumentException e) {
            return new SendResult.CutOff(tally, e.getMessage() == null ? inbox + " does not answer" : e.getMessage());
        }
        var unanswered = before.files() + batch.files() - tally.files();
        return unanswered == 0
                ? new SendResult.Complete(tally)
                : new SendResult.CutOff(tally, unanswered + " files of the batch were not answered");
    }

    private HttpRequest request(Door door, Batch batch) {
        var request = HttpRequest.newBuilder(inbox.resolve(door.word()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-tar")
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(batch.tar()));
        if (compression != Compression.PLAIN) {
            request.header("Content-Encoding", compression.encoding());
        }
        return request.build();
    }

    /// Waits where the centre says when to come again; what it says after all that is the answer.
    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> as) throws IOException {
        try {
            var end = System.nanoTime() + PATIENCE.toNanos();
            var said = http.send(request, as);
            for (var rest = rest(said); !rest.isZero() && System.nanoTime() + rest.toNanos() < end; rest = rest(said)) {
                if (said.body() instanceof Stream<?> lines) {
                    lines.close();
                }
                Thread.sleep(rest);
                said = http.send(request, as);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// How long a centre with too much at once asks to wait; zero when it did not, or for longer than one stands
    /// at a door.
    private static Duration rest(HttpResponse<?> said) {
        if (said.statusCode() != 429 && said.statusCode() != 503) {
            return Duration.ZERO;
        }
        return said.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,2}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(rest -> rest.compareTo(LONGEST_REST) <= 0)
                .orElse(Duration.ZERO);
    }

    /// A centre that is starting or full asks for patience (429, 5xx): that is a cut. Everything else is a no.
    static SendResult turnedAway(Tally tally, int status, Stream<String> lines) {
        var why = "HTTP " + status + " " + lines.findFirst().orElse("");
        return status == 429 || status >= 500
                ? new SendResult.CutOff(tally, why.strip())
                : new SendResult.TurnedAway(tally, status, why.strip());
    }

    private static Answer answer(String line) {
        var said = JSON.readTree(line);
        return new Answer(
                said.path("id").asString(""),
                said.path("path").asString(said.path("name").asString("")),
                Answer.Outcome.valueOf(said.path("outcome").asString("").toUpperCase(ROOT)),
                said.path("reason").asString(""));
    }

    /// Ends at once; what is under way is cut.
    public void cut() {
        http.shutdownNow();
        http.close();
    }

    @Override
    public void close() {
        http.close();
    }
}

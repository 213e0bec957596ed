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
public final class Sending implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    /// The centre may take long to commit a batch while it is busy with others, but not for ever.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http;
    private final URI inbox;
    private final Limits limits;
    private final Packing packing;

    public Sending(URI mtls, SSLContext tls) {
        this(mtls, tls, Limits.USUAL, Packing.ZSTD);
    }

    public Sending(URI mtls, SSLContext tls, Limits limits, Packing packing) {
        this.http = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.inbox = URI.create(mtls.toString().replaceAll("/+$", "") + "/inbox/");
        this.limits = limits;
        this.packing = packing;
    }

    /// Sends everything the source gives and hands on each answer as its line arrives.
    public Sent send(Iterator<StorageFile> source, Consumer<Answer> answers) {
        var tally = Tally.NONE;
        while (source.hasNext()) {
            switch (send(Batch.of(source, limits, packing), tally, answers)) {
                case Sent.Complete complete -> tally = complete.tally();
                case Sent.CutOff cut -> {
                    return cut;
                }
                case Sent.TurnedAway away -> {
                    return away;
                }
            }
        }
        return new Sent.Complete(tally);
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

    private Sent send(Batch batch, Tally before, Consumer<Answer> answers) {
        var tally = before;
        try {
            var response = exchange(request(batch), BodyHandlers.ofLines());
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
            return new Sent.CutOff(tally, e.getMessage() == null ? inbox + " does not answer" : e.getMessage());
        }
        var unanswered = before.files() + batch.files() - tally.files();
        return unanswered == 0
                ? new Sent.Complete(tally)
                : new Sent.CutOff(tally, unanswered + " files of the batch were not answered");
    }

    private HttpRequest request(Batch batch) {
        var request = HttpRequest.newBuilder(inbox.resolve("ssmix2"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-tar")
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(batch.tar()));
        if (packing != Packing.PLAIN) {
            request.header("Content-Encoding", packing.encoding());
        }
        return request.build();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> as) throws IOException {
        try {
            return http.send(request, as);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// A centre that is starting or full asks for patience (429, 5xx): that is a cut. Everything else is a no.
    private static Sent turnedAway(Tally tally, int status, Stream<String> lines) {
        var why = "HTTP " + status + " " + lines.findFirst().orElse("");
        return status == 429 || status >= 500
                ? new Sent.CutOff(tally, why.strip())
                : new Sent.TurnedAway(tally, status, why.strip());
    }

    private static Answer answer(String line) {
        var said = JSON.readTree(line);
        return new Answer(
                said.path("id").asString(""),
                said.path("path").asString(""),
                Answer.Outcome.valueOf(said.path("outcome").asString("").toUpperCase(ROOT)),
                said.path("reason").asString(""));
    }

    @Override
    public void close() {
        http.close();
    }
}

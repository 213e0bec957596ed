package hmnet.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import hmnet.formats.base.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One large file on its way (分割送信), by tus 1.0.0: what the centre has acknowledged is not sent again. Nothing is
/// remembered here: begun again with the same digest, also by another process, the file goes on where it was.
final class Pieces {
    /// What a cut costs at most.
    static final int PIECE = 1 << 20;

    private static final String OFFSET = "Upload-Offset";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Map<Integer, String> REFUSALS = Map.of(400, "path", 413, "too-large");

    private final URI inbox;
    private final Exchange exchange;
    private final Door door;
    private final StorageFile file;

    /// How much of it stands at the centre.
    private long acknowledged;

    /// Asks the centre, and waits where it says when to come again.
    interface Exchange {
        <T> HttpResponse<T> of(HttpRequest request, BodyHandler<T> as) throws IOException;
    }

    Pieces(URI inbox, Exchange exchange, Door door, StorageFile file) {
        this.inbox = inbox;
        this.exchange = exchange;
        this.door = door;
        this.file = file;
    }

    /// Goes on after a cut as long as something gets through between two of them.
    SendResult send(Consumer<Answer> answers) {
        var before = -1L;
        while (true) {
            try {
                return once(answers);
            } catch (IOException | IllegalArgumentException e) {
                if (acknowledged <= before || !rested()) {
                    return new SendResult.CutOff(
                            Tally.NONE, e.getMessage() == null ? inbox + " does not answer" : e.getMessage());
                }
                before = acknowledged;
            }
        }
    }

    private SendResult once(Consumer<Answer> answers) throws IOException {
        var begun = exchange.of(begin(), BodyHandlers.ofString());
        var refusal = REFUSALS.get(begun.statusCode());
        if (refusal != null) {
            return told(new Answer("", file.path(), Answer.Outcome.REFUSED, refusal), answers);
        }
        if (begun.statusCode() != 201) {
            return FileSender.turnedAway(Tally.NONE, begun.statusCode(), Stream.of(begun.body()));
        }
        var at = inbox.resolve(begun.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("The centre does not say where " + file.path() + " goes")));
        var said = (HttpResponse<?>) begun;
        acknowledged = offset(said);
        while (acknowledged < file.bytes().length) {
            said = exchange.of(piece(at), BodyHandlers.discarding());
            if (said.statusCode() != 204) {
                throw new IOException("The centre answered " + said.statusCode() + " to a piece of " + file.path());
            }
            acknowledged = offset(said);
        }
        return told(answer(said), answers);
    }

    private static SendResult told(Answer answer, Consumer<Answer> answers) {
        answers.accept(answer);
        return new SendResult.Complete(Tally.NONE.and(answer.outcome()));
    }

    private HttpRequest begin() {
        return request(inbox.resolve("uploads"))
                .header("Upload-Length", Integer.toString(file.bytes().length))
                .header(
                        "Upload-Metadata",
                        "filename " + base64(file.path()) + ",door " + base64(door.word()) + ",sha256 "
                                + base64(Sha256.hex(file.bytes())))
                .POST(BodyPublishers.noBody())
                .build();
    }

    private HttpRequest piece(URI at) {
        var from = (int) acknowledged;
        return request(at)
                .header("Content-Type", "application/offset+octet-stream")
                .header(OFFSET, Integer.toString(from))
                .method(
                        "PATCH",
                        BodyPublishers.ofByteArray(file.bytes(), from, Math.min(PIECE, file.bytes().length - from)))
                .build();
    }

    private static HttpRequest.Builder request(URI at) {
        return HttpRequest.newBuilder(at).timeout(PATIENCE).header("Tus-Resumable", "1.0.0");
    }

    private static long offset(HttpResponse<?> said) throws IOException {
        return said.headers()
                .firstValueAsLong(OFFSET)
                .orElseThrow(() -> new IOException("The centre does not say how far it is"));
    }

    private Answer answer(HttpResponse<?> said) throws IOException {
        var outcome = said.headers()
                .firstValue("Hmnet-Outcome")
                .orElseThrow(() -> new IOException("The centre does not say what became of " + file.path()));
        return new Answer(
                said.headers().firstValue("Hmnet-Inbox").orElse(""),
                file.path(),
                Answer.Outcome.valueOf(outcome.toUpperCase(ROOT)),
                "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /// False when the gateway ends.
    private static boolean rested() {
        try {
            Thread.sleep(REST);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

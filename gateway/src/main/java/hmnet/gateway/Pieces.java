package hmnet.gateway;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One large file on its way (分割送信), by tus 1.0.0: what the centre has acknowledged is not sent again. Nothing is
/// remembered here: begun again with the same digest, also by another process, the file goes on where it was.
final class Pieces {
    /// What a cut costs at most.
    static final int PIECE = 1 << 20;

    static final String OFFSET = "Upload-Offset";
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Map<Integer, String> REFUSALS = Map.of(400, "path", 413, "too-large");

    private final URI inbox;
    private final Exchange exchange;
    private final StorageFile file;
    private final UploadRequests requests;

    /// How much of it stands at the centre.
    private long acknowledged;

    /// Asks the centre, and waits where it says when to come again.
    interface Exchange {
        <T> HttpResponse<T> of(HttpRequest request, BodyHandler<T> as) throws IOException;
    }

    Pieces(URI inbox, Exchange exchange, Door door, StorageFile file) {
        this.inbox = inbox;
        this.exchange = exchange;
        this.file = file;
        this.requests = new UploadRequests(inbox, door, file);
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
        var begun = exchange.of(requests.begin(), BodyHandlers.ofString());
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
            said = exchange.of(requests.piece(at, (int) acknowledged), BodyHandlers.discarding());
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

package hmnet.bench.stage;

import hmnet.gateway.Answer;
import hmnet.gateway.Compression;
import hmnet.gateway.Counts;
import hmnet.gateway.Credentials;
import hmnet.gateway.Door;
import hmnet.gateway.FileSender;
import hmnet.gateway.Limits;
import hmnet.gateway.SendResult;
import hmnet.gateway.StorageFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A hospital at the centre's door (送信者): sends, and repeats whatever was cut off.
public final class Sender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final FileSender fileSender;

    public Sender(CentreProcess centre, Hospital hospital) throws IOException {
        this(centre, hospital, Limits.USUAL);
    }

    public Sender(CentreProcess centre, Hospital hospital, Limits limits) throws IOException {
        var credentials = Credentials.read(centre.data().resolve("demo").resolve("credentials.json"));
        var tls = credentials
                .of(hospital.code())
                .orElseThrow(() -> new IOException("No certificate for " + hospital.code()));
        this.fileSender = new FileSender(centre.mtls(), tls, limits, Compression.ZSTD);
    }

    /// Until each file has its answer. Answers of a repeated batch come again.
    public void send(List<StorageFile> files, Consumer<Answer> answers) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            switch (fileSender.send(files.iterator(), answers)) {
                case SendResult.Complete complete -> {
                    return;
                }
                case SendResult.TurnedAway away ->
                    throw new IOException("The centre refuses the sender: " + away.why());
                case SendResult.CutOff cut -> {
                    if (System.nanoTime() > end) {
                        throw new IOException("The centre does not come back: " + cut.why());
                    }
                    Pause.millis(100);
                }
            }
        }
    }

    /// One file of any format, in pieces; a piece that was cut off is sent again.
    public void sendWhole(StorageFile file) throws IOException {
        for (var end = System.nanoTime() + PATIENCE.toNanos(); ; Pause.millis(100)) {
            switch (fileSender.send(Door.FILES, file, answer -> {})) {
                case SendResult.Complete complete -> {
                    return;
                }
                case SendResult.TurnedAway away -> throw new IOException("The centre refuses the file: " + away.why());
                case SendResult.CutOff cut -> {
                    if (System.nanoTime() > end) {
                        throw new IOException("The centre does not come back: " + cut.why());
                    }
                }
            }
        }
    }

    public Counts counts() throws IOException {
        return fileSender.counts();
    }

    /// Until the centre has filed all it kept of this sender.
    public void untilFiled(Duration patience) throws IOException {
        Pause.until("the inbox to be filed", patience, () -> {
            try {
                return counts().waiting() == 0;
            } catch (IOException notNow) {
                return false;
            }
        });
    }

    @Override
    public void close() {
        fileSender.close();
    }
}

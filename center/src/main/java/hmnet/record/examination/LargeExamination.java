package hmnet.record.examination;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.LargeVerdict;
import hmnet.formats.other.picture.LargeBytes;
import hmnet.formats.other.room.LostSource;
import hmnet.ground.keys.ErasedKey;
import hmnet.record.filestore.StoredObjects;
import hmnet.record.filestore.StoredObjects.FreshObject;
import hmnet.record.inbox.LargeFiles;
import hmnet.record.inbox.LargeFiles.LargeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Examines large files once, before they are filed (大きなファイルの検査), one after the other and outside any transaction.
/// What a PDF becomes is written to the file store beside it.
@Component
class LargeExamination {
    private static final Logger LOG = LoggerFactory.getLogger(LargeExamination.class);

    private final LargeFiles files;
    private final StoredObjects objects;
    private final Examination examination;
    private final VirusScan virusScan;
    private final Duration time;

    LargeExamination(
            LargeFiles files,
            StoredObjects objects,
            Examination examination,
            VirusScan virusScan,
            ExaminationSettings settings) {
        this.files = files;
        this.objects = objects;
        this.examination = examination;
        this.virusScan = virusScan;
        this.time = Duration.ofSeconds(settings.largeSeconds());
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    void examineWaiting() {
        try {
            for (var next = take(); next != null; next = take()) {
                examine(next);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Large files are examined later: {}", e.getMessage());
        }
    }

    /// A centre that falls over one leaves it to be taken again.
    private @Nullable Long take() {
        return files.takeUnexamined(time.multipliedBy(3)).orElse(null);
    }

    private void examine(long inbox) {
        var cleaned = new AtomicReference<@Nullable FreshObject>();
        try {
            var file = files.find(inbox).orElseThrow();
            examine(file, cleaned);
        } catch (ErasedKey erased) {
            files.giveUp(inbox);
        } catch (IOException | UncheckedIOException | LostSource e) {
            LOG.error("The large file {} cannot be read and is examined again in a while", inbox, e);
            files.lookAgain(inbox);
        } finally {
            var unused = cleaned.get();
            if (unused != null) {
                objects.discard(unused.id());
            }
        }
    }

    private void examine(LargeFile file, AtomicReference<@Nullable FreshObject> cleaned) throws IOException {
        String words;
        var shown = false;
        try {
            var verdict = verdict(file, cleaned);
            words = LargeWords.of(verdict, length(file, cleaned.get()));
            shown = true;
        } catch (Unreadable refusal) {
            if (Examination.isForNow(refusal)) {
                files.lookAgain(file.inbox());
                return;
            }
            words = LargeWords.of(refusal);
        }
        var kept = shown ? cleaned.get() : null;
        if (kept != null) {
            cleaned.set(null); // named from here on, or found by the sweep
        }
        if (!files.judge(file, words, shown, kept)) {
            files.lookAgain(file.inbox());
        }
    }

    private static long length(LargeFile file, @Nullable FreshObject cleaned) {
        return cleaned == null ? file.length() : cleaned.length();
    }

    private LargeVerdict verdict(LargeFile file, AtomicReference<@Nullable FreshObject> cleaned)
            throws Unreadable, IOException {
        var told = List.<Note>of();
        try (var bytes = files.open(file, 0)) {
            told = virusScan.scan(bytes, file.length());
        }
        try (var bytes = new ObjectBytes(file)) {
            return examination
                    .room()
                    .examineLarge(
                            bytes,
                            file.path(),
                            time,
                            in -> cleaned.set(objects.put(
                                    file.facility(), file.descriptor().patient(), in)))
                    .withNotes(told);
        }
    }

    /// An object as whoever looks at it reads it: mostly onward.
    private final class ObjectBytes implements LargeBytes, AutoCloseable {
        private final LargeFile file;
        private InputStream in;
        private long position;

        ObjectBytes(LargeFile file) throws IOException {
            this.file = file;
            this.in = files.open(file, 0);
        }

        @Override
        public long length() {
            return file.length();
        }

        @Override
        public int read(long at, byte[] into, int from, int count) throws IOException {
            if (at < position) {
                in.close();
                in = files.open(file, at);
                position = at;
            }
            position += in.skip(at - position);
            var given = in.readNBytes(into, from, count);
            position += given;
            return given;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

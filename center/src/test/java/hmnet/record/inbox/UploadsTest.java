package hmnet.record.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.other.Descriptor;
import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.Uploads.Upload;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Files that come in pieces, behind the door.
class UploadsTest extends Ward {
    private static final byte[] TEXT = "見本の紹介状".repeat(200).getBytes(UTF_8);

    @Autowired
    Uploads uploads;

    @Autowired
    LargeUploads largeUploads;

    @Autowired
    private Envelopes envelopes;

    @Autowired
    private DataKeys keys;

    private Upload begun(FacilityId hospital, int length) {
        return uploads.begin(hospital, Door.FILES, "letter.txt", length, null, "")
                .orElseThrow();
    }

    private byte[] sealed(FacilityId hospital, Upload upload, byte[] piece) {
        var place = EnvelopeContext.ofUpload(hospital.value(), upload.id(), 0);
        return envelopes.with(envelope -> envelope.seal(piece, Dictionaries.BODY, keys.of(hospital, ""), place));
    }

    private long pieces(Upload upload) {
        return db.sql("select count(*) from upload_piece where upload = ?")
                .param(upload.id())
                .query(Long.class)
                .single();
    }

    @Test
    void aPieceIsSealedOnItsDiskAndGoesWhenTheWholeIsKept() {
        var hospital = hospital();
        var upload = begun(hospital, TEXT.length + 1);
        assertThat(uploads.add(hospital, upload, 0, TEXT)).isPresent();
        var onDisk = db.sql("select piece from upload_piece where upload = ?")
                .param(upload.id())
                .query(byte[].class)
                .single();
        assertThat(new String(onDisk, UTF_8)).doesNotContain("紹介状");
        var whole = uploads.add(hospital, upload, TEXT.length, new byte[] {'.'}).orElseThrow();
        assertThat(whole.kept()).isNotNull();
        assertThat(pieces(upload)).isZero();
    }

    @Test
    void whatCameWholeBeforeAPowerCutIsBroughtToTheInboxThoughNobodyAsksAgain() {
        var hospital = hospital();
        var upload = begun(hospital, TEXT.length + 1);
        assertThat(uploads.add(hospital, upload, 0, TEXT)).isPresent();
        db.sql("update upload set length = received, expires_at = now() - interval '1 day' where id = ?")
                .param(upload.id())
                .update();
        uploads.sweep();
        assertThat(opened(hospital)).singleElement().isEqualTo(TEXT);
        assertThat(pieces(upload)).isZero();
    }

    /// The store was away for days: what was acknowledged is not swept away as given up.
    @Test
    void piecesOfALargeFileThatCameWholeStayUntilTheyAreJoined() throws Exception {
        var hospital = hospital();
        var descriptor =
                Descriptor.read("{\"patient\":\"77\",\"date\":\"2026-11-18\",\"title\":\"見本\"}".getBytes(UTF_8));
        var upload = uploads.beginLarge(hospital, "film.mp4", TEXT.length + 1, new byte[32], "", descriptor)
                .orElseThrow();
        assertThat(uploads.add(hospital, upload, 0, TEXT)).isPresent();
        assertThat(lasts(upload)).isTrue();
        ended(upload);
        largeUploads.keepWhole();
        assertThat(lasts(upload)).as("given up half-way: it goes").isFalse();
        db.sql("update upload set received = length where id = ?")
                .param(upload.id())
                .update();
        largeUploads.keepWhole();
        assertThat(lasts(upload)).as("it came whole").isTrue();
        uploads.end(hospital, upload.id());
    }

    private void ended(Upload upload) {
        db.sql("""
                        update stored_object set expires_at = now() - interval '1 hour'
                         where id in (select object from upload_piece where upload = ?)""").param(upload.id()).update();
    }

    private boolean lasts(Upload upload) {
        return db.sql("""
                        select bool_and(s.expires_at > now() + interval '1 hour') from upload_piece p
                          join stored_object s on s.id = p.object where p.upload = ?""").param(upload.id()).query(Boolean.class).single();
    }

    @Test
    void whatCameWholeBeforeAPowerCutIsInTheInboxWhenItsSenderBeginsAgain() throws GeneralSecurityException {
        var hospital = hospital();
        var digest = MessageDigest.getInstance("SHA-256").digest(TEXT);
        var upload = uploads.begin(hospital, Door.FILES, "letter.txt", TEXT.length, digest, "")
                .orElseThrow();
        assertThat(uploads.add(hospital, upload, 0, Arrays.copyOf(TEXT, 100))).isPresent();
        db.sql("update upload set received = length where id = ?")
                .param(upload.id())
                .update();
        db.sql("update upload_piece set piece = ? where upload = ?")
                .params(sealed(hospital, upload, TEXT), upload.id())
                .update();
        var again = uploads.begin(hospital, Door.FILES, "letter.txt", TEXT.length, digest, "")
                .orElseThrow();
        assertThat(again.id()).isEqualTo(upload.id());
        assertThat(again.kept()).isNotNull();
        assertThat(opened(hospital)).singleElement().isEqualTo(TEXT);
    }

    @Test
    void ofAFileThatSeveralBringToTheInboxAtOnceAllNameTheOnePlace() throws Exception {
        var hospital = hospital();
        for (var round = 0; round < 5; round++) {
            var upload = begun(hospital, TEXT.length + 1);
            assertThat(uploads.add(hospital, upload, 0, TEXT)).isPresent();
            db.sql("update upload set length = received where id = ?")
                    .param(upload.id())
                    .update();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var told = new HashSet<Long>();
                Callable<Upload> asked =
                        () -> uploads.find(hospital, upload.id()).orElseThrow();
                for (var one : threads.invokeAll(Collections.nCopies(4, asked))) {
                    told.add(Objects.requireNonNull(one.get().kept()).id());
                }
                assertThat(told).hasSize(1);
            }
        }
        assertThat(opened(hospital)).singleElement().isEqualTo(TEXT);
    }

    @Test
    void anUploadOfWhichAPieceIsMissingIsToldOfAndNeverCalledKept() {
        var hospital = hospital();
        var upload = begun(hospital, TEXT.length);
        db.sql("update upload set received = length where id = ?")
                .param(upload.id())
                .update();
        assertThatThrownBy(() -> uploads.find(hospital, upload.id())).hasMessageContaining("missing");
        assertThat(opened(hospital)).isEmpty();
        uploads.end(hospital, upload.id());
    }

    @Test
    void whatWasGivenUpGoesAfterADay() {
        var hospital = hospital();
        var upload = begun(hospital, TEXT.length + 1);
        assertThat(uploads.add(hospital, upload, 0, TEXT)).isPresent();
        uploads.sweep();
        assertThat(uploads.find(hospital, upload.id())).isPresent();
        db.sql("update upload set expires_at = now() - interval '1 second' where id = ?")
                .param(upload.id())
                .update();
        assertThat(uploads.find(hospital, upload.id())).isEmpty();
        assertThat(uploads.add(hospital, upload, TEXT.length, new byte[] {'.'})).isEmpty();
        uploads.sweep();
        assertThat(pieces(upload)).isZero();
        assertThat(opened(hospital)).isEmpty();
    }

    @Test
    void aPieceOfOneUploadDoesNotOpenInAnother() {
        var hospital = hospital();
        var one = begun(hospital, 5);
        var other = begun(hospital, 5);
        assertThat(uploads.add(hospital, one, 0, "abc".getBytes(US_ASCII))).isPresent();
        assertThat(uploads.add(hospital, other, 0, "xyz".getBytes(US_ASCII))).isPresent();
        db.sql(
                        "update upload_piece set piece = (select p.piece from upload_piece p where p.upload = ?) where upload = ?")
                .params(other.id(), one.id())
                .update();
        assertThatThrownBy(() -> uploads.add(hospital, one, 3, "de".getBytes(US_ASCII)))
                .isInstanceOf(RuntimeException.class);
        assertThat(opened(hospital)).isEmpty();
        var sound = begun(hospital, 4);
        assertThat(uploads.add(hospital, sound, 0, "abc".getBytes(US_ASCII))).isPresent();
        db.sql("update upload set length = received where id = ?")
                .param(sound.id())
                .update();
        uploads.sweep();
        assertThat(opened(hospital)).as("the next one goes on").singleElement().isEqualTo("abc".getBytes(US_ASCII));
        uploads.end(hospital, one.id());
    }
}

package hmnet.record.examination;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.formats.base.Unreadable;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Strangers' files on their way into charts: scanned, opened elsewhere, kept whatever is wrong with them.
class ExaminedFilesTest extends Ward {
    private static final String SILENCE = "the scanner is silent over this one";

    @Autowired
    Examination examination;

    @Autowired
    FilingQueue queue;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void somebodyIsKnownAtAHospital() {
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    private static byte[] pdf(String words, String more) {
        return """
                %%PDF-1.7
                1 0 obj
                << /Type /Catalog /Pages 2 0 R %s >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [3 0 R] /Count 1 >>
                endobj
                3 0 obj
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>
                endobj
                4 0 obj
                << /Length %d >>
                stream
                %s
                endstream
                endobj
                trailer
                << /Root 1 0 R >>
                startxref
                0
                %%%%EOF
                """.formatted(more, words.length(), words).getBytes(ISO_8859_1);
    }

    private ReceivedFile parcel(String title, byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0); // the double looks at letters, clamd would unpack
            zip.putNextEntry(new ZipEntry("descriptor.json"));
            zip.write("{\"patient\":\"%s\",\"date\":\"2026-11-18\",\"title\":\"%s\"}"
                    .formatted(number, title)
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("file.pdf"));
            zip.write(file);
        }
        return new ReceivedFile(number + title + ".zip", bytes.toByteArray(), Door.FILES);
    }

    private String reason(InboxReceipt kept) {
        return String.valueOf(state(hospital, kept).reason());
    }

    private boolean hasRecord(String title) {
        var doctor = doctor();
        relations.begin(doctor, person, hmnet.consent.relations.RelationOrigin.CARD);
        return shown(doctor, person).stream().anyMatch(entry -> entry.title().equals(title));
    }

    @Test
    void aHarmfulFileIsKeptAndNamedAndNeverFiled() throws IOException {
        var file = parcel("有害な見本", pdf(ClamDouble.EICAR, ""));
        var kept = filed(hospital, file).getFirst();
        assertThat(reason(kept)).isEqualTo("virus");
        assertThat(hasRecord("有害な見本")).isFalse();
        assertThat(opened(hospital)).as("kept byte for byte").containsExactly(file.body());
    }

    @Test
    void aFileThatActsIsKeptAndNamedAndTheNextOneIsFiled() throws IOException {
        var kept = filed(
                hospital,
                parcel("動く見本", pdf("words", "/OpenAction << /S /J#61vaScript /J#53 (x) >>")),
                parcel("動かない見本", pdf("words", "")));
        assertThat(reason(kept.getFirst())).isEqualTo("active-content");
        assertThat(hasRecord("動く見本")).isFalse();
        assertThat(hasRecord("動かない見本")).isTrue();
    }

    /// Neither passed nor refused: it waits until the scanner has spoken.
    @Test
    void aFileWaitsWhileTheScannerIsSilent() throws IOException {
        var word = SILENCE + number;
        ClamDouble.silentOver(word);
        filed(hospital, parcel("待つ見本", pdf(word, "")));
        assertThat(hasRecord("待つ見本")).isFalse();
        assertThat(waiting()).isEqualTo(1);
        ClamDouble.speaksAgainOver(word);
        db.sql("update inbox_waiting set parked_until = now() - interval '1 second' where facility = ?")
                .param(hospital.value())
                .update();
        queue.unparkLate();
        settle(hospital);
        assertThat(waiting()).isZero();
        assertThat(hasRecord("待つ見本")).isTrue();
    }

    private long waiting() {
        return db.sql("select count(*) from inbox_waiting where facility = ?")
                .param(hospital.value())
                .query(Long.class)
                .single();
    }

    @Test
    void whatWasFoundAMomentAgoIsSaidAgain() throws Unreadable {
        var file = pdf("words", "");
        assertThat(examination.examine(file, "a.pdf").content())
                .isSameAs(examination.examine(file, "a.pdf").content());
    }
}

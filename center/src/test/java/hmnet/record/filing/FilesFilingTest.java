package hmnet.record.filing;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.nio.charset.Charset;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// A practice without an electronic chart sends its receipts: two patients in one file.
class FilesFilingTest extends Ward {
    private static final Charset MS932 = Charset.forName("windows-31j");

    /// Of two who share name and birth date, as tied at the desk.
    static ReceivedFile receipts(String first, String second, String disease) {
        var text = """
                IR,2,34,1,9999999,,見本クリニック,202605,00,000-000-0000
                RE,1,1112,202604,架空　花子,2,3250228,70,,,,,,%s,,,,,,,,,,,,,,,,,,,,,,,カクウ　ハナコ,
                HO,  999999,見本,１,1,1000,,,,,,,,,
                SY,2500013,20240401,1,,,01,
                RE,2,1112,202604,架空　花子,2,3250228,70,,,,,,%s,,,,,,,,,,,,,,,,,,,,,,,カクウ　ハナコ,
                HO,  999999,見本,２,1,1000,,,,,,,,,
                SY,0000999,20260410,1,,%s,,
                GO,2,2000,99
                """.formatted(first, second, disease);
        return new ReceivedFile("RECEIPTC.UKE", text.replace("\n", "\r\n").getBytes(MS932), Door.FILES);
    }

    private FileState state(FacilityId clinic, ReceivedFile file) {
        return state(clinic, filed(clinic, file).getFirst()).state();
    }

    @Test
    void eachPatientsPartReachesTheirOwnChart() {
        var clinic = hospital();
        var first = number();
        var second = number();
        var hanako = resident(ConsentChoice.EVERYTHING, clinic, first);
        var namesake = resident(ConsentChoice.EVERYTHING, clinic, second);
        var doctor = doctor();
        relations.begin(doctor, hanako, RelationOrigin.CARD);
        relations.begin(doctor, namesake, RelationOrigin.CARD);
        assertThat(state(clinic, receipts(first, second, "見本の病気"))).isNotEqualTo(FileState.QUARANTINED);
        assertThat(shown(doctor, hanako)).extracting(ChartEntry::kind).contains(RecordKind.DIAGNOSIS);
        assertThat(shown(doctor, namesake)).extracting(ChartEntry::title).contains("見本の病気");
        assertThat(shown(doctor, hanako)).extracting(ChartEntry::title).doesNotContain("見本の病気");
    }

    /// More than is written at once: it is written in pieces, and sent again it still stands once.
    @Test
    void everyReceiptOfALongMonthIsFiledOnce() throws SQLException {
        var clinic = hospital();
        var text = new StringBuilder("IR,2,34,1,9999999,,見本病院,202605,00,000-000-0000\n");
        for (int i = 1; i <= 2_100; i++) {
            text.append("RE,%d,1112,202604,見本　花子,2,3300101,70,,,,,,%07d,,,,,,,,,,,,,,,,,,,,,,,ミホン　ハナコ,\n"
                            .formatted(i, i))
                    .append("SY,2500013,20240401,1,,,01,\n");
        }
        text.append("GO,2100,1000,99\n");
        var month = new ReceivedFile(
                "RECEIPTC.UKE", text.toString().replace("\n", "\r\n").getBytes(MS932), Door.FILES);
        assertThat(state(clinic, month)).isEqualTo(FileState.ACCEPTED);
        var expected = digest(clinic);
        assertThat(expected).contains("patients=2100 ", "quarantined=0 ");
        filed(clinic, month);
        assertThat(digest(clinic)).isEqualTo(expected);
    }

    /// A batch beyond eight megabytes is read again message by message while it is filed.
    @Test
    void everyResultOfALongNightIsFiledOnce() throws SQLException {
        var clinic = hospital();
        var remark = "NTE|1||" + "x".repeat(3_500) + "\r";
        var text = new StringBuilder("FHS|^~\\&|LAB\rBHS|^~\\&|LAB\r");
        int messages = 2_400;
        for (int i = 1; i <= messages; i++) {
            text.append(
                            "MSH|^~\\&|LAB||GW||20260401101112||ORU^R01^ORU_R01|A%1$d|P|2.5\rPID|1||%2$07d^^^^PI||KAKU^HANAKO\r"
                                    .formatted(i, i))
                    .append("OBR|1|A%d||3A010^ALB^JC10|||20260401\rOBX|1|NM|3A010^ALB^JC10||4.9|g/dL|||||F\r"
                            .formatted(i))
                    .append(remark);
        }
        text.append("BTS|%d\rFTS|1\r".formatted(messages));
        var night = new ReceivedFile("night.hl7", text.toString().getBytes(MS932), Door.FILES);
        assertThat(night.body().length).isGreaterThan(8 << 20);
        assertThat(state(clinic, night)).isNotEqualTo(FileState.QUARANTINED);
        assertThat(digest(clinic)).contains("patients=" + messages + " ", "quarantined=0 ");
    }

    @Test
    void sentTwiceOrCorrectedItStandsOnce() throws SQLException {
        var first = number();
        var second = number();
        var once = hospital();
        filed(once, receipts(first, second, "見本の病気"));
        var expected = digest(once);
        assertThat(expected).contains("patients=2 ", "quarantined=0 ");
        filed(once, receipts(first, second, "見本の病気"));
        assertThat(digest(once)).as("sent twice").isEqualTo(expected);
        filed(once, receipts(first, second, "別の病気"));
        assertThat(digest(once))
                .as("a later version of the month")
                .isNotEqualTo(expected)
                .contains("patients=2 ");
    }

    @Test
    void whoHasNoChartNumberIsNobodysChartAndTheFileWaits() {
        var clinic = hospital();
        var file = receipts(number(), "", "見本の病気");
        var kept = filed(clinic, file).getFirst();
        assertThat(state(clinic, kept).state()).isEqualTo(FileState.QUARANTINED);
        assertThat(state(clinic, kept).reason()).isEqualTo("patient-number-missing");
    }

    @Test
    void anIndividualNumberInItIsMaskedBeforeItIsKept() {
        var clinic = hospital();
        var file = receipts(number(), number(), "個人番号 123456789018");
        var kept = filed(clinic, file).getFirst();
        assertThat(state(clinic, kept).state()).isEqualTo(FileState.QUARANTINED);
        assertThat(state(clinic, kept).reason()).isEqualTo("my-number");
    }

    @Test
    void aFileNobodyKnowsStopsNoOther() {
        var clinic = hospital();
        var unknown = new ReceivedFile("x.bin", new byte[] {1, 2, 3, 4}, Door.FILES);
        var kept = filed(clinic, unknown, receipts(number(), number(), "見本の病気"));
        assertThat(state(clinic, kept.getFirst()).reason()).isEqualTo("unknown-format");
        assertThat(state(clinic, kept.get(1)).state()).isNotEqualTo(FileState.QUARANTINED);
    }
}

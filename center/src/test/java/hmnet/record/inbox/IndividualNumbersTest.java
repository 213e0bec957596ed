package hmnet.record.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Message;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.numbers.DigitGroups;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The number that is never taken (個人番号), in files that hospitals send. 123456789018 carries its check
/// digit.
@ExtendWith(OutputCaptureExtension.class)
class IndividualNumbersTest extends Ward {
    private static final String NUMBER = "123456789018";
    private static final String WIDE_IN_JIS = "\u001B$B#1#2#3#4#5#6#7#8#9#0#1#8\u001B(B";

    @Autowired
    Envelopes envelopes;

    @Autowired
    Quarantine desk;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PID-2 PID|0001|123456789018|",
                "PID-2 PID|0001|1234-5678-9018^^^^NI|",
                "PID-2 PID|0001|" + WIDE_IN_JIS + "|",
                "PID-2 PID|0001|\u001B$B#1#2#3#4!>#5#6#7#8!=#9#0#1#8\u001B(B|",
                "PID-3 PID|0001||0012345^^^^PI~123456789018^^^^NI|",
                "PID-4 PID|0001||0012345^^^^PI|123456789018|",
                "PID-19 PID|0001||0012345^^^^PI||||||||||||||||1234 5678 9018|",
                "IN1-36 IN1|1|||||||||||||||||||||||||||||||||||123456789018|",
                "NTE NTE|1||\u001B$B8D?MHV9f\u001B(B: 123456789018",
                "OBX OBX|1|ST|X99^\u001B$B8D?MHV9f!J#1#27e!K\u001B(B^99Z1||1234-5678-9018",
                "OBX OBX|1|ST|X99^My Number^99Z1||123456789018",
                "NTE NTE|1||\u001B$B8D?MHV9f!!0lFs;0;M8^O;<7H,6e!;0lH,\u001B(B"
            })
    void aFileThatNamesSomebodyByItIsMaskedDigitByDigit(String wherever) {
        var at = wherever.indexOf(' ');
        var sent = message(wherever.substring(at + 1));
        var kept = masked(sent).orElseThrow().file();
        assertThat(kept.body()).hasSameSizeAs(sent.body());
        assertThat(text(kept)).doesNotContain("5678").doesNotContain("#5#6#7#8");
        assertThat(IndividualNumbers.whereMasked(kept.body())).isEqualTo(wherever.substring(0, at));
        assertThat(masked(kept)).as("masked again").isEmpty();
    }

    /// By the door of files the message names nobody beforehand: its first number is the chart's.
    @Test
    void aMessageInAFileIsMaskedAsOneThatCameByItself() {
        var header = "MSH|^~\\&|HIS|A|HMNET|HMNET|20260401102030||ADT^A08|1|P|2.5||||||UNICODE UTF-8\r";
        var body = header + "PID|1|123456789018|123456789018^^^^PI~1234-5678-9018^^^^NI||MIHON^HANAKO||19500228|F\r";
        var kept = IndividualNumbers.masked(
                        new ReceivedFile("x.hl7", body.getBytes(UTF_8), Door.FILES), digits -> false)
                .isPresent();
        assertThat(kept).as("one that is its chart number stands").isFalse();
        var other = body.replace("|123456789018^^^^PI", "|0012345^^^^PI");
        assertThat(new String(
                        IndividualNumbers.masked(
                                        new ReceivedFile("x.hl7", other.getBytes(UTF_8), Door.FILES), digits -> false)
                                .orElseThrow()
                                .file()
                                .body(),
                        UTF_8))
                .isEqualTo(other.replace("123456789018", "************").replace("1234-5678-9018", "****-****-****"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Patient\",\"identifier\":[{\"value\":\"0012345\"},{\"system\":\"urn:oid:1.2.3\","
                        + "\"value\":\"123456789018\"}]}",
                "<Patient xmlns=\"http://hl7.org/fhir\"><identifier><value value=\"0012345\"/></identifier><identifier>"
                        + "<value value=\"1234 5678 9018\"/></identifier></Patient>",
                "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><recordTarget><patientRole><id root=\"1.2\" extension=\"7\"/>"
                        + "<id root=\"1.3\" extension=\"123456789018\"/></patientRole></recordTarget></ClinicalDocument>"
            })
    void anIdentifierOfAPersonNeedsNoWordBesideIt(String file) {
        var kept = IndividualNumbers.masked(
                        new ReceivedFile("x.dat", file.getBytes(UTF_8), Door.FILES), digits -> false)
                .orElseThrow();
        assertThat(new String(kept.file().body(), UTF_8)).doesNotContain("5678").contains("****");
    }

    @Test
    void inUtf8Too() throws Exception {
        var header = "MSH|^~\\&|HIS|A|HMNET|HMNET|20260401102030||ADT^A08|1|P|2.5||||||UNICODE UTF-8\r";
        var body = (header + "NTE|1||マイナンバーは１２３４ － ５６７８‐９０１８です\r").getBytes(UTF_8);
        var kept = masked(new ReceivedFile("0012345_x", body)).orElseThrow().file();
        assertThat(Message.parse(kept.body()).segments().getLast()).hasToString("NTE|1||マイナンバーは＊＊＊＊ － ＊＊＊＊‐＊＊＊＊です");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PID|0001||0012345^^^^PI",
                "PID|0001|123456789010|0012345^^^^PI",
                "PID|0001|1234567890180|0012345^^^^PI",
                "ORC|NW|123456789018",
                "OBX|1|TX|x||123456789018",
                "NTE|1||tel 123456789018"
            })
    void otherNumbersOfTwelveDigitsAreLeftAlone(String line) {
        assertThat(masked(message(line))).isEmpty();
    }

    @Test
    void aHospitalsOwnChartNumberIsItsOwnWhateverItsCheckDigit() {
        var sender = hospital();
        var kept =
                filed(sender, Papers.of(NUMBER).profile(), Papers.of(NUMBER).prescription("000000000000001", "架空錠５ｍｇ"));
        assertThat(kept)
                .allSatisfy(
                        file -> assertThat(state(sender, file).state()).isIn(FileState.ACCEPTED, FileState.REPAIRED));
    }

    @Test
    void nothingOfItIsKeptFiledShownOrLogged(CapturedOutput log) throws SQLException {
        var sender = hospital();
        var number = number();
        var clean = Papers.of(number).profile();
        var slip = withPid2(clean, NUMBER);
        var kept = filed(sender, slip).getFirst();
        assertThat(state(sender, kept).state()).isEqualTo(FileState.QUARANTINED);
        assertThat(state(sender, kept).reason()).isEqualTo("my-number");
        assertThat(state(sender, kept).detail()).isEqualTo("PID-2");
        assertThat(stored(sender, kept)).contains("PID|0001|************|");
        assertThat(desk.held().stream().filter(held -> held.id() == kept.id()).toList())
                .singleElement()
                .satisfies(held -> assertThat(held.toString()).doesNotContain(NUMBER));
        assertThat(log).doesNotContain(NUMBER);
        assertThat(digest(sender)).contains("live=0 ", "quarantined=1 ");
    }

    @Test
    void theSameFileAgainIsADuplicateAndTheOneWithoutItIsFiled() {
        var sender = hospital();
        var clean = Papers.of(number()).profile();
        var slip = withPid2(clean, NUMBER);
        var first = filed(sender, slip).getFirst();
        var second = filed(sender, slip).getFirst();
        assertThat(second.duplicate()).isTrue();
        assertThat(second.id()).isEqualTo(first.id());
        for (var corrected : new ReceivedFile[] {clean, withPid2(clean, "************")}) {
            var kept = filed(sender, corrected).getFirst();
            assertThat(kept.duplicate()).isFalse();
            assertThat(state(sender, kept).state()).isIn(FileState.ACCEPTED, FileState.REPAIRED);
        }
    }

    @Test
    void aRetryAtTheDeskDoesNotFileAMaskedFile() {
        var sender = hospital();
        var kept =
                filed(sender, withPid2(Papers.of(number()).profile(), NUMBER)).getFirst();
        desk.retry(kept.id(), office());
        settle(sender);
        assertThat(state(sender, kept).reason()).isEqualTo("my-number");
    }

    @Test
    void aFileOfDigitsAloneIsReadInBoundedTimeAndMemory() {
        var bytes = new byte[8 << 20];
        var random = new Random(1);
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (at % 2 == 0 ? '0' + random.nextInt(10) : ' ');
        }
        assertThat(DigitGroups.in(bytes)).isNotEmpty().hasSizeLessThan(10_001);
    }

    /// A gateway names a message by its digest.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mllp/ADT-A08-6ba8c073bf9f172b9f9b891578614151.hl7",
                "mllp/ADT-A08-463863253462e4088d65fcff7dddcb5e.hl7",
                "検査/6ba8c073-bf9f-472b-9f9b-123456789018.pdf"
            })
    void digitsOfADigestAreNobodysNumber(String path) {
        assertThat(IndividualNumbers.maskedPath(new ReceivedFile(path, new byte[0], Door.FILES), digits -> false))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "紹介状_123456789018.pdf",
                "紹介状_123456789018abcd.pdf",
                "123456789018/0001.pdf",
                "0123-4567-8901-a_123456789018.pdf"
            })
    void aNumberInAFilesNameIsMasked(String path) {
        assertThat(IndividualNumbers.maskedPath(new ReceivedFile(path, new byte[0], Door.FILES), digits -> false))
                .doesNotContain("123456789018")
                .contains("*");
    }

    private String stored(hmnet.ground.directory.FacilityId sender, InboxReceipt kept) {
        return db.sql("select key, body from inbox where id = ?")
                .param(kept.id())
                .query((row, n) -> {
                    var place = EnvelopeContext.ofInbox(sender.value(), row.getBytes("key"));
                    var body = row.getBytes("body");
                    byte[] opened = envelopes.with(envelope -> envelope.open(body, place));
                    return new String(opened, ISO_8859_1);
                })
                .single();
    }

    private static ReceivedFile withPid2(ReceivedFile file, String number) {
        var text = text(file);
        assertThat(text).contains("PID|0001||");
        return new ReceivedFile(
                file.path(),
                text.replace("PID|0001||", "PID|0001|" + number + "|").getBytes(ISO_8859_1));
    }

    private static ReceivedFile message(String line) {
        var header = "MSH|^~\\&|HIS|A|HMNET|HMNET|20260401102030||ADT^A08|1|P|2.5||||||~ISO IR87\r";
        return new ReceivedFile(
                "001/234/0012345/-/ADT-00/0012345_-_ADT-00_x", (header + line + "\r").getBytes(ISO_8859_1));
    }

    private static Optional<IndividualNumbers.MaskedFile> masked(ReceivedFile file) {
        return IndividualNumbers.masked(file, digits -> false);
    }

    private static String text(ReceivedFile file) {
        return new String(file.body(), ISO_8859_1);
    }
}

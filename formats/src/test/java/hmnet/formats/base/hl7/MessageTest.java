package hmnet.formats.base.hl7;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.Cost;
import hmnet.formats.base.hl7.Message.Repair;
import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Reading messages as they are found in the field.
class MessageTest {
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final String HEADER =
            "MSH|^~\\&|HIS|病院|GW|RCV|20260401101112.345||RDE^O11^RDE_O11|A1|P|2.5||||||~ISO IR87||ISO 2022-1994\r";

    private static Message read(String text) throws BadMessage {
        return Message.parse(text.getBytes(JIS));
    }

    private static String refusal(byte[] bytes) {
        try {
            Message.parse(bytes);
            return "read";
        } catch (BadMessage bad) {
            return bad.code();
        }
    }

    @Test
    void kanjiWhoseSecondByteIsASeparatorDoNotSplit() throws BadMessage {
        // 彙 (3x7C) and others: every kanji of the rows whose second byte is 7C, 5E, 7E or 26.
        var kanji = new StringBuilder();
        for (int row = 0x30; row < 0x50; row++) {
            for (int low : new int[] {0x7C, 0x5E, 0x7E, 0x26, 0x5C}) {
                char c = JisX0208.decode(row, low);
                if (c != 0 && !JisX0208.isExtension(row, low)) {
                    kanji.append(c);
                }
            }
        }
        assertThat(kanji.length()).isGreaterThan(100);
        var message = read(HEADER + "NTE|1||" + kanji + "|x\r");
        assertThat(message.segments().get(1).text(3)).isEqualTo(kanji.toString());
        assertThat(message.segments().get(1).text(4)).isEqualTo("x");
    }

    @Test
    void aMessageCutInWhatOpensAnOrderIsRefused() throws BadMessage {
        var head = HEADER.replace("RDE^O11^RDE_O11", "ORU^R01^ORU_R01") + "PID|0001||1^^^^PI||架空^花子^^^^^L^I\r";
        var first = "ORC|RE|1\rOBR|1|1||A\rOBX|1|NM|A||4.9|||||F|||20260401\r";
        assertThat(read(head + first).segments()).hasSize(5);
        for (var last : new String[] {"ORC|RE|2", "ORC|RE|2||||||||||", "OBR|2|2||B|||20260401"}) {
            assertThat(refusal((head + first + last).getBytes(JIS))).as(last).isEqualTo("truncated");
            assertThat(read(head + first + last + "\r").segments()).hasSize(6);
        }
    }

    @Test
    void theOrderBehindADiagnosisMayStandLast() throws BadMessage {
        var head = HEADER.replace("RDE^O11^RDE_O11", "PPR^ZD1^PPR_ZD1") + "PID|0001||1^^^^PI||架空^花子^^^^^L^I\r";
        var diagnosis = "PRB|AD|20260401|20061808^高血圧症^MDCDX2|1||||||I10^^I10\rORC|NW|1||||||||||1^架空";
        assertThat(read(head + diagnosis).segments()).hasSize(4);
    }

    @Test
    void everyFrameOfTheFieldIsRead() throws BadMessage {
        var body = HEADER + "PID|0001||1^^^^PI||架空^花子^^^^^L^I\r";
        for (var text : new String[] {
            body,
            body + "\u001C",
            "\u000B" + body + "\u001C\r",
            body.replace("\r", "\n"),
            body.replace("\r", "\r\n"),
            body + "\u001C\r\n",
            "\r\n" + body
        }) {
            var message = read(text);
            assertThat(message.segments()).hasSize(2);
            assertThat(message.repairs()).isEmpty();
            assertThat(message.segments().get(1).text(5, 2)).isEqualTo("花子");
        }
    }

    @Test
    void escapesAreReadAndUnknownOnesStay() throws BadMessage {
        var message = read(HEADER + "NTE|1|a\\F\\b\\S\\c\\R\\d\\E\\e\\T\\f\\.br\\g\\Q\\h|\"\"|C:\\\r");
        var note = message.segments().get(1);
        assertThat(note.text(2)).isEqualTo("a|b^c~d\\e&f\ng\\Q\\h");
        assertThat(note.text(3)).isEmpty();
        assertThat(note.text(4)).isEqualTo("C:\\");
    }

    @Test
    void theCharacterSetIsReadHoweverItIsSpelled() throws BadMessage {
        for (var spelling : new String[] {"~ISOIR87", "~ISO  IR87", "~iso ir87", "ISO IR87"}) {
            assertThat(read(HEADER.replace("~ISO IR87", spelling)).header().text(4))
                    .isEqualTo("病院");
        }
        var utf8 = HEADER.replace("~ISO IR87", "UNICODE UTF-8").replace("病院", "髙﨑𠮷病院");
        assertThat(Message.parse(utf8.getBytes(UTF_8)).header().text(4)).isEqualTo("髙﨑𠮷病院");
        var none = HEADER.replace("~ISO IR87", "");
        assertThat(Message.parse(none.getBytes(UTF_8)).repairs())
                .extracting(Repair::code)
                .containsExactly("charset-undeclared");
        assertThat(read(none).header().text(4)).isEqualTo("病院");
    }

    /// A044, R015.
    @Test
    void bytesOfAnotherCharacterSetAreRefusedNotGuessed() {
        assertThat(refusal(HEADER.getBytes(Charset.forName("EUC-JP")))).isEqualTo("charset");
        var mixed = (HEADER + "NTE|1||漢").getBytes(Charset.forName("windows-31j"));
        mixed[mixed.length - 3] = 0x1B;
        assertThat(refusal(mixed)).isEqualTo("charset");
        var flipped = HEADER.replace("病院", "HOSPITAL").getBytes(UTF_8);
        flipped[20] |= (byte) 0x80;
        assertThat(refusal(flipped)).isEqualTo("charset");
        assertThat(refusal((HEADER + "NTE|\u0000|x\r").getBytes(JIS))).isEqualTo("charset");
    }

    @Test
    void bytesThatCanOnlyBeAnotherCharacterSetAreReadAndNamed() throws BadMessage {
        var windows = Charset.forName("windows-31j");
        for (var said : new String[] {"~ISO IR87", "UNICODE UTF-8", ""}) {
            var message = Message.parse(HEADER.replace("~ISO IR87", said).getBytes(windows));
            assertThat(message.header().text(4)).isEqualTo("病院");
            assertThat(message.repairs()).extracting(Repair::code).containsExactly("charset-differs");
        }
        var utf8 = Message.parse(HEADER.getBytes(UTF_8));
        assertThat(utf8.header().text(4)).isEqualTo("病院");
        assertThat(utf8.repairs()).extracting(Repair::detail).containsExactly("UTF-8");
        var jis = Message.parse(HEADER.replace("~ISO IR87", "UNICODE UTF-8").getBytes(JIS));
        assertThat(jis.header().text(4)).isEqualTo("病院");
        var declared = Message.parse(HEADER.replace("~ISO IR87", "SJIS").getBytes(windows));
        assertThat(declared.header().text(4)).isEqualTo("病院");
        assertThat(declared.repairs()).isEmpty();
    }

    /// A044.
    @Test
    void windowsCharactersAreReadAndNamedAsARepair() throws BadMessage {
        var bytes = HEADER.replace("病院", "①㈱髙").getBytes(Charset.forName("x-windows-iso2022jp"));
        var message = Message.parse(bytes);
        assertThat(message.header().text(4)).isEqualTo("①㈱髙");
        assertThat(message.repairs()).extracting(Repair::code).containsOnly("charset-extension");
    }

    @Test
    void aLastSegmentCutWithinItsValueIsRefusedAndAWholeOneIsRead() throws BadMessage {
        var body = HEADER + "OBX|1|NM|3H015000002326101^K^JC10||4.9|mmol/L|3.5-5.0|N|||F";
        assertThat(read(body).repairs()).extracting(Repair::code).containsExactly("no-final-cr");
        assertThat(refusal(body.substring(0, body.indexOf(".9")).getBytes(JIS))).isEqualTo("truncated");
        assertThat(refusal(body.substring(0, body.length() - 1).getBytes(JIS))).isEqualTo("truncated");
    }

    @Test
    void anEmptyOrForeignFileIsRefusedWithItsReason() {
        assertThat(refusal(new byte[0])).isEqualTo("empty");
        assertThat(refusal("\r\n \u001C".getBytes(JIS))).isEqualTo("empty");
        assertThat(refusal(new byte[] {(byte) 0xFB, (byte) 0xFC})).isEqualTo("not-hl7");
        assertThat(refusal("%PDF-1.7".getBytes(JIS))).isEqualTo("not-hl7");
        assertThat(refusal("MSH|".getBytes(JIS))).isEqualTo("truncated");
    }

    @Test
    void junkLinesAreReportedAndALineBreakWithinATextStaysInIt() throws BadMessage {
        var message = read(HEADER + "これは何\rNTE|1||一行目\n二行目|R\rzz9|x\r");
        assertThat(message.segments()).hasSize(2);
        assertThat(message.segments().get(1).text(3)).isEqualTo("一行目\n二行目");
        assertThat(message.repairs()).extracting(Repair::code).containsOnly("junk-segment");
        assertThat(message.repairs()).hasSize(2);
    }

    /// A042.
    @Test
    void hostileRepetitionsCostMilliseconds() {
        var tildes = (HEADER + "PID|" + "~".repeat(200_000) + "\r").getBytes(JIS);
        var carets = (HEADER + "PID|" + "^".repeat(200_000) + "\r").getBytes(JIS);
        var bars = (HEADER + "PID" + "|".repeat(200_000) + "\r").getBytes(JIS);
        var lines = (HEADER + "NTE|1\r".repeat(100_000)).getBytes(JIS);
        assertThat(Cost.of(() -> {
                    assertThat(refusal(tildes)).isEqualTo("too-many-repetitions");
                    assertThat(refusal(carets)).isEqualTo("too-many-components");
                    assertThat(refusal(bars)).isEqualTo("too-many-fields");
                    assertThat(refusal(lines)).isEqualTo("too-many-segments");
                }))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aMessageBeyondTheSizeLimitIsNotLookedAt() {
        assertThatThrownBy(() -> Message.parse(new byte[11], new Limits(10, 1, 1, 1, 1)))
                .isInstanceOfSatisfying(
                        BadMessage.class, bad -> assertThat(bad.code()).isEqualTo("too-large"));
    }
}

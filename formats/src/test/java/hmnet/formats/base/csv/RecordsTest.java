package hmnet.formats.base.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.japanese.JapaneseDate;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static Records read(String text) throws Unreadable {
        return Records.read(text.getBytes(RecordForm.WINDOWS), RecordForm.MS932);
    }

    private static String refused(byte[] bytes, RecordForm form) {
        return catchThrowableOfType(Unreadable.class, () -> Records.read(bytes, form))
                .note()
                .code();
    }

    private static List<String> codes(Records records) {
        return records.notes().stream().map(Note::code).toList();
    }

    @Test
    void theSecondByteOfAKanjiIsNoSeparator() throws Unreadable {
        var records = read("1,表示,ソ|能\\予\r\n2,髙﨑①㈱,ﾀﾞﾐｰ ﾀﾛｳ,,\r\n");
        assertThat(records.lines())
                .containsExactly(
                        new RecordLine(1, List.of("1", "表示", "ソ|能\\予")),
                        new RecordLine(2, List.of("2", "髙﨑①㈱", "ﾀﾞﾐｰ ﾀﾛｳ", "", "")));
        assertThat(records.notes()).isEmpty();
        assertThat(records.ended()).isTrue();
    }

    @Test
    void slipsOfTheRealWorldAreNamed() throws Unreadable {
        var utf8 = "\uFEFF1,薬\n\n2,x".getBytes(StandardCharsets.UTF_8);
        var records = Records.read(utf8, RecordForm.MS932);
        assertThat(records.lines().get(1).number()).isEqualTo(3);
        assertThat(records.ended()).isFalse();
        assertThat(codes(records)).containsExactly("byte-order-mark", "line-end", "last-line-open");
        assertThat(codes(Records.read("1,薬\r\n".getBytes(StandardCharsets.UTF_8), RecordForm.MS932)))
                .containsExactly("charset-utf8");
        assertThat(Records.read(utf8, RecordForm.MS932.orUtf8()).notes()).hasSize(2);
        assertThat(codes(read("1,a\r\n\u001A"))).isEmpty();
        assertThat(codes(read("1,a\r\n\u001A2,b\r\n\u001A\u0000"))).containsExactly("padding", "end-mark");
        assertThat(codes(read("1,\uE000\r\n"))).containsExactly("own-character");
    }

    @Test
    void aShortHalfWidthNameIsNotTakenForUtf8() throws Unreadable {
        assertThat(read("1,ﾃｽ\r\n").lines().getFirst().at(1)).isEqualTo("ﾃｽ");
    }

    /// A044, R015.
    @Test
    void damagedCharactersAreRefusedNeverReplaced() {
        assertThat(refused(new byte[] {'1', ',', (byte) 0x82, '\r', '\n'}, RecordForm.MS932))
                .isEqualTo("charset");
        assertThat(refused(new byte[] {'1', ',', (byte) 0x80, '\r', '\n'}, RecordForm.MS932))
                .isEqualTo("charset");
        assertThat(refused("1,薬\uFFFD\r\n".getBytes(StandardCharsets.UTF_8), RecordForm.MS932))
                .isEqualTo("charset");
        var twice = new String("1,アスピリンのつもり\r\n".getBytes(StandardCharsets.UTF_8), RecordForm.WINDOWS);
        assertThat(refused(twice.getBytes(StandardCharsets.UTF_8), RecordForm.MS932))
                .isEqualTo("charset");
        assertThat(refused(new byte[] {'1', ',', 0, 'a'}, RecordForm.MS932)).isEqualTo("control-character");
        assertThat(refused("1,薬\u202Eabc".getBytes(StandardCharsets.UTF_8), RecordForm.MS932))
                .isEqualTo("control-character");
    }

    @Test
    void limitsAreCheckedBeforeTheWork() {
        var small = new RecordForm(true, true, 40, 3, 4, 5, 8);
        assertThat(refused(new byte[0], small)).isEqualTo("empty");
        assertThat(refused(" \r\n".getBytes(StandardCharsets.UTF_8), small)).isEqualTo("empty");
        assertThat(refused(new byte[41], small)).isEqualTo("too-large");
        assertThat(refused("1\n2\n3\n4".getBytes(StandardCharsets.UTF_8), small))
                .isEqualTo("too-many-lines");
        assertThat(refused("1,,,,".getBytes(StandardCharsets.UTF_8), small)).isEqualTo("too-many-columns");
        assertThat(refused("1,123456".getBytes(StandardCharsets.UTF_8), small)).isEqualTo("column-too-long");
        assertThat(refused("1,\"123456\"".getBytes(StandardCharsets.UTF_8), small))
                .isEqualTo("column-too-long");
        assertThat(refused("1,\"12".getBytes(StandardCharsets.UTF_8), small)).isEqualTo("quote-not-closed");
    }

    @Test
    void aTextDecodedElsewhereKeepsTheSameLimits() throws Unreadable {
        var small = new RecordForm(true, true, 40, 2, 4, 5, 6);
        assertThat(Records.lines("a,b\r\n\r\n\"c\r\nd\",e\u001A", small))
                .containsExactly(new RecordLine(1, List.of("a", "b")), new RecordLine(3, List.of("c\r\nd", "e")));
        assertThat(refused("1\n2\n3", small)).isEqualTo("too-many-lines");
        assertThat(refused("1,,,,", small)).isEqualTo("too-many-columns");
        assertThat(refused("1,2,3,4\n1,2,3", small)).isEqualTo("too-many-columns");
        assertThat(refused("1,123456", small)).isEqualTo("column-too-long");
        assertThat(refused("1,\"12", small)).isEqualTo("quote-not-closed");
    }

    private static String refused(String text, RecordForm form) {
        return catchThrowableOfType(Unreadable.class, () -> Records.lines(text, form))
                .note()
                .code();
    }

    @Test
    void quotesAreReadWhereTheFormHasThem() throws Unreadable {
        var form = RecordForm.MS932.withQuotes().orUtf8();
        var records = Records.read("\"a,\"\"b\"\"\",c\r\n\"d\r\ne\",f\r\ng".getBytes(StandardCharsets.UTF_8), form);
        assertThat(records.lines())
                .containsExactly(
                        new RecordLine(1, List.of("a,\"b\"", "c")),
                        new RecordLine(2, List.of("d\r\ne", "f")),
                        new RecordLine(4, List.of("g")));
        assertThat(read("1,\"a\"\r\n").lines().getFirst().at(1)).isEqualTo("\"a\"");
    }

    @Test
    void whatTheWindowsEncodingCannotSayIsNoted() throws Unreadable {
        var written = new RecordWriter()
                .line("1", "a,b", "1\r\n2", "〜−", "𠮷é")
                .cut(2, List.of("2", "", "", ""))
                .written(true);
        assertThat(written.notes())
                .extracting(Note::code)
                .containsExactly(
                        "character-spelled",
                        "character-spelled",
                        "character-spelled",
                        "character-lost",
                        "character-lost");
        assertThat(Records.read(written.bytes(), RecordForm.MS932).lines())
                .containsExactly(
                        new RecordLine(1, List.of("1", "a，b", "1  2", "～－", "〓〓")),
                        new RecordLine(2, List.of("2", "")));
    }

    @Test
    void daysAndMonthsAreReadInBothCalendars() {
        assertThat(List.of("19580303", "S330303", "s33.03.03", "3330303", "1958/03/03", "１９５８０３０３"))
                .allSatisfy(day -> assertThat(JapaneseDate.day(day)).isEqualTo(LocalDate.of(1958, 3, 3)));
        assertThat(JapaneseDate.day("H340101")).isEqualTo(LocalDate.of(2022, 1, 1));
        assertThat(List.of("", "R", "20260230", "6010101", "99999999", "000000000", "abcdefgh", "1234567"))
                .allSatisfy(day -> assertThat(JapaneseDate.day(day)).isNull());
        assertThat(JapaneseDate.month("50804")).isEqualTo(YearMonth.of(2026, 4));
        assertThat(JapaneseDate.month("202604")).isEqualTo(YearMonth.of(2026, 4));
        assertThat(JapaneseDate.month("202613")).isNull();
    }

    @Test
    void aNameIsPartedAtItsFirstBlank() {
        assertThat(FullName.of(" 試験　太郎 二世 ")).isEqualTo(new FullName("試験", "太郎 二世"));
        assertThat(FullName.of("ｼｹﾝﾀﾛｳ")).isEqualTo(new FullName("ｼｹﾝﾀﾛｳ", ""));
        assertThat(FullName.joined("試験", "太郎", "　")).isEqualTo("試験　太郎");
    }
}

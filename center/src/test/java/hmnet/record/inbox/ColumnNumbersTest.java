package hmnet.record.inbox;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.numbers.ColumnNumbers;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The number that is never taken (個人番号) in tables of any format, and in the names of files.
class ColumnNumbersTest extends Ward {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final String[] NUMBERS = numbers();

    @Autowired
    Envelopes envelopes;

    @Autowired
    Uploads uploads;

    @Autowired
    InboxSeal seal;

    @ParameterizedTest
    @ValueSource(strings = {"個人番号", "マイナンバー", "ﾏｲﾅﾝﾊﾞｰ", "\"My Number\"", "mynumber", "kojin_bango", "患者の個人番号（12桁）"})
    void aColumnThatItsHeadingNamesIsMasked(String heading) {
        var sheet = "番号,氏名," + heading + ",備考\n0001,見本 花子," + NUMBERS[0] + ",x\n0002,見本 太郎,999999999999,電話 090\n";
        for (var charset : new Charset[] {UTF_8, MS932}) {
            var kept = text(masked("list.csv", sheet.getBytes(charset)).orElseThrow(), charset);
            assertThat(kept)
                    .isEqualTo(sheet.replace(NUMBERS[0], "*".repeat(12)).replace("999999999999", "*".repeat(12)));
        }
    }

    @Test
    void aColumnWithoutANameIsKnownByItsValues() {
        var sheet = "a\tb\n1\t" + grouped(NUMBERS[0]) + "\n2\t=\"" + NUMBERS[1] + "\"\n3\t" + wide(NUMBERS[2]) + "\n";
        var kept = masked("x.tsv", sheet.getBytes(UTF_8)).orElseThrow();
        assertThat(text(kept, UTF_8))
                .isEqualTo("a\tb\n1\t****-****-****\n2\t=\"************\"\n3\t" + "＊".repeat(12) + "\n");
        assertThat(IndividualNumbers.whereMasked(kept.body())).isEqualTo("column 2");
        assertThat(masked("x.tsv", kept.body())).as("masked again").isEmpty();
    }

    @Test
    void shiftJisAndUtf16AreReadToo() {
        var wide = "名,マイナンバー\n花子," + wide(NUMBERS[0]) + "\n";
        assertThat(text(masked("x.csv", wide.getBytes(MS932)).orElseThrow(), MS932))
                .isEqualTo(wide.replace(wide(NUMBERS[0]), "＊".repeat(12)));
        var excel = "\uFEFF名\tマイナンバー\r\n花子\t" + NUMBERS[0] + "\r\n";
        var kept = masked("x.txt", excel.getBytes(UTF_16LE)).orElseThrow();
        assertThat(text(kept, UTF_16LE)).isEqualTo(excel.replace(NUMBERS[0], "*".repeat(12)));
        assertThat(IndividualNumbers.whereMasked(kept.body())).isEqualTo("column 2");
        for (var order : new Charset[] {UTF_16LE, UTF_16BE}) {
            var unmarked = "名\tマイナンバー\r\n花子\t" + NUMBERS[0] + "\r\n";
            assertThat(text(masked("x.txt", unmarked.getBytes(order)).orElseThrow(), order))
                    .isEqualTo(unmarked.replace(NUMBERS[0], "*".repeat(12)));
        }
    }

    @Test
    void digitsInKanjiAreDigits() {
        var kanji = NUMBERS[0]
                .chars()
                .mapToObj(digit -> "〇一二三四五六七八九".substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
        for (var charset : new Charset[] {UTF_8, MS932, Charset.forName("ISO-2022-JP")}) {
            var text = "個人番号：" + kanji + "です";
            var kept = text(masked("x.dat", text.getBytes(charset)).orElseThrow(), charset);
            assertThat(kept).as(charset.name()).isEqualTo("個人番号：" + "＊".repeat(12) + "です");
        }
        var sheet = "番号,個人番号\n1," + kanji + "\n";
        assertThat(text(masked("x.csv", sheet.getBytes(UTF_8)).orElseThrow(), UTF_8))
                .doesNotContain(kanji);
        assertThat(pathOf("紹介状 " + kanji + ".pdf", Door.FILES)).isEqualTo("紹介状 " + "＊".repeat(12) + ".pdf");
    }

    /// Order numbers, one after another and not; telephone numbers; one value that carries the digit by chance.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "order\n202600010013\n202600010021\n202600010030\n",
                "order\n100000000001\n123456789018\n555555555551\n",
                "tel\n090-0000-0000\n082-000-0000\n",
                "n\n123456789018\n",
                "t\n2026-04-01 10:20\n2026-04-02 11:21\n"
            })
    void otherColumnsOfDigitsStand(String sheet) {
        assertThat(masked("x.csv", sheet.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "・", "\u00a0", "\u2009", "\u200b", "‐", "　", "／", "~", ":"})
    void whateverPartsItsDigitsAColumnIsMasked(String parting) {
        var number = NUMBERS[0].replaceAll("(....)(?=.)", "$1" + parting);
        var sheet = "番号;個人番号\n1;" + number + "\n2;" + NUMBERS[1] + "\n";
        assertThat(text(masked("x.csv", sheet.getBytes(UTF_8)).orElseThrow(), UTF_8))
                .doesNotContain(NUMBERS[0].substring(4, 8));
    }

    /// 1234　5678　9018 in Shift_JIS, a label on the line before, FHIR and XML with tags between.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "個人番号：NNNN　NNNN　NNNN です",
                "マイナンバー\r\n  NNNN‐NNNN‐NNNN\r\n",
                "{\"kojinBango\": \"NNNNNNNNNNNN\"}",
                "{\"identifier\":[{\"type\":{\"text\":\"個人番号\"},\n   \"system\":\"urn:oid:1.2.392\",\n   \"value\":\"NNNNNNNNNNNN\"}]}",
                "<a><b>個人番号</b>\n  <c type=\"x\" format=\"y\" place=\"z\" other=\"a long attribute of this element here\">"
                        + "NNNN NNNN NNNN</c></a>"
            })
    void aNumberThatTextNamesIsMaskedHoweverItIsLaidOut(String text) {
        var filled = text.contains("NNNNNNNNNNNN")
                ? text.replace("NNNNNNNNNNNN", NUMBERS[0])
                : text.replaceFirst("NNNN", NUMBERS[0].substring(0, 4))
                        .replaceFirst("NNNN", NUMBERS[0].substring(4, 8))
                        .replaceFirst("NNNN", NUMBERS[0].substring(8));
        for (var charset : new Charset[] {UTF_8, MS932, Charset.forName("ISO-2022-JP")}) {
            var bytes = filled.getBytes(charset);
            if (new String(bytes, charset).equals(filled)) {
                assertThat(text(masked("x.dat", bytes).orElseThrow(), charset))
                        .as(charset.name())
                        .doesNotContain(NUMBERS[0].substring(4, 8));
            }
        }
    }

    @Test
    void whatIsNoTextIsNotTouched() {
        var picture = ("\u0000\u0001PNG,個人番号\n" + NUMBERS[0] + ",1\n").getBytes(UTF_8);
        assertThat(ColumnNumbers.blot(picture.clone(), false)).isFalse();
    }

    @Test
    void nothingOfATableOfNoKnownFormatIsKeptOrShown() {
        var sender = hospital();
        var sheet = "番号,個人番号\n1," + NUMBERS[0] + "\n2," + NUMBERS[1] + "\n";
        var kept = filed(sender, new ReceivedFile("members.csv", sheet.getBytes(MS932), Door.FILES))
                .getFirst();
        assertThat(state(sender, kept).state()).isEqualTo(FileState.QUARANTINED);
        assertThat(state(sender, kept).reason()).isEqualTo("my-number");
        assertThat(state(sender, kept).detail()).isEqualTo("column 2");
        assertThat(stored(sender, kept)).doesNotContain(NUMBERS[0], NUMBERS[1]).contains("************");
    }

    @Test
    void aNumberInAFilesNameIsNotKeptAndItsOwnerIsTold() {
        var sender = hospital();
        var receipts =
                "MSH|^~\\&|LAB||GW||20260401101112||ORU^R01^ORU_R01|A1|P|2.5\rPID|1||0001234^^^^PI||KAKU^HANAKO\r"
                        + "OBR|1|A1||3A010^ALB^JC10|||20260401\rOBX|1|NM|3A010^ALB^JC10||4.9|g/dL|||||F\r";
        var kept = filed(sender, new ReceivedFile(NUMBERS[0] + "_kensa.hl7", receipts.getBytes(UTF_8), Door.FILES))
                .getFirst();
        assertThat(path(kept)).isEqualTo("************_kensa.hl7");
        assertThat(state(sender, kept).state()).isEqualTo(FileState.REPAIRED);
        assertThat(state(sender, kept).repairs()).contains("my-number-in-name");
    }

    @Test
    void aDocumentKnownByItsNameAloneWaitsForASender() {
        var sender = hospital();
        var paper = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(UTF_8);
        var kept = filed(sender, new ReceivedFile("紹介状 " + grouped(NUMBERS[0]) + ".pdf", paper, Door.FILES))
                .getFirst();
        assertThat(path(kept)).isEqualTo("紹介状 ****-****-****.pdf");
        assertThat(state(sender, kept).state()).isEqualTo(FileState.QUARANTINED);
    }

    @Test
    void chartNumbersAndTimesInNamesStand() {
        assertThat(pathOf("202604011020.csv", Door.FILES)).isEqualTo("202604011020.csv");
        assertThat(pathOf("260401102031_x.csv", Door.FILES)).isEqualTo("260401102031_x.csv");
        var storage =
                "123/456/" + NUMBERS[0] + "/-/ADT-00/" + NUMBERS[0] + "_-_ADT-00_000000000000000_20260401102030123_-_1";
        assertThat(pathOf(storage, Door.STORAGE)).isEqualTo(storage);
        assertThat(IndividualNumbers.maskedPath(
                        new ReceivedFile(NUMBERS[0] + ".csv", new byte[0], Door.FILES), NUMBERS[0]::equals))
                .isEqualTo(NUMBERS[0] + ".csv");
    }

    @Test
    void anUploadIsBegunUnderAMaskedName() {
        var sender = hospital();
        var upload = uploads.begin(sender, Door.FILES, "x " + NUMBERS[0] + ".csv", 10, null, "filename " + NUMBERS[0])
                .orElseThrow();
        assertThat(upload.path()).isEqualTo("x ************.csv");
        uploads.end(sender, upload.id());
    }

    private String path(InboxReceipt kept) {
        return db.sql("select " + InboxSeal.PATH + " from inbox i where i.id = ?")
                .param(kept.id())
                .query((row, n) -> seal.path(row))
                .single();
    }

    private static String pathOf(String path, Door door) {
        return IndividualNumbers.maskedPath(new ReceivedFile(path, new byte[0], door), digits -> false);
    }

    private String stored(FacilityId sender, InboxReceipt kept) {
        return db.sql("select key, body from inbox where id = ?")
                .param(kept.id())
                .query((row, n) -> {
                    var place = EnvelopeContext.ofInbox(sender.value(), row.getBytes("key"));
                    var body = row.getBytes("body");
                    byte[] opened = envelopes.with(envelope -> envelope.open(body, place));
                    return new String(opened, MS932);
                })
                .single();
    }

    private static Optional<ReceivedFile> masked(String name, byte[] body) {
        return IndividualNumbers.masked(new ReceivedFile(name, body, Door.FILES), digits -> false)
                .map(IndividualNumbers.MaskedFile::file);
    }

    private static String text(ReceivedFile file, Charset charset) {
        return new String(file.body(), charset);
    }

    private static String grouped(String number) {
        return number.substring(0, 4) + "-" + number.substring(4, 8) + "-" + number.substring(8);
    }

    private static String wide(String number) {
        return number.chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", String::concat);
    }

    /// Invented, with their check digits.
    private static String[] numbers() {
        return java.util.stream.Stream.of("12345678901", "98765432101", "31415926535", "27182818284")
                .map(ColumnNumbersTest::checked)
                .toArray(String[]::new);
    }

    private static String checked(String eleven) {
        for (int digit = 0; digit < 10; digit++) {
            if (hmnet.people.patients.MyNumber.looksLike(eleven + digit)) {
                return eleven + digit;
            }
        }
        throw new IllegalStateException(eleven);
    }
}

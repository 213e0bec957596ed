package hmnet.formats.model.terms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of tables as they come: encodings, headings, damage.
class TermsFolderTest {
    @TempDir
    private Path folder;

    private TermsFolder pairs(String text) throws IOException {
        return TermsFolderSample.read(folder, "pairs", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> why(TermsFolder read) {
        return read.refused().stream().map(refused -> refused.note().code()).toList();
    }

    @Test
    void aTableReadsTheSameInEitherEncodingWithAMarkOrQuotesOrWithout() throws IOException {
        var sent = List.of(new Code(CodingSystems.uri("99A"), "1", "x"));
        var plain = pairs("99A,1,JC10,3B035000002327101,見本\n").terms().of(sent);
        assertThat(plain).extracting(Code::display).containsExactly("見本");
        var text = "\"99A\",\"1\",\"JC10\",\"3B035000002327101\",\"見本\"\r\n\u001A";
        for (var bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(TermsFolderSample.MS932))) {
            assertThat(TermsFolderSample.read(folder, "pairs", bytes).terms().of(sent))
                    .isEqualTo(plain);
        }
    }

    @Test
    void aBadLineIsToldWithItsNumberAndSpoilsNoOther() throws IOException {
        var read = pairs("""
                99A,1,JC10,3B035000002327101,見本一
                99A,2,JC10
                99A,3,JC10,"3B045,見本三
                99A,,JC10,3B045000002327101,見本四
                99A,５,JC10,3B045000002327101,見本五
                99A,6,JC10,3B045000002327101,見本六
                """);
        assertThat(read.refused()).isEmpty();
        var table = read.terms().tables().getFirst();
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.notes()).extracting(note -> note.line()).containsExactly(2, 3, 4, 5);
        assertThat(read.terms().of(List.of(new Code(CodingSystems.uri("99A"), "6", ""))))
                .extracting(Code::code)
                .containsExactly("3B045000002327101");
    }

    @Test
    void tooManyBadLinesRefuseTheFile() throws IOException {
        var good = IntStream.range(0, 100)
                .mapToObj(n -> "99A," + n + ",JC10,3B035000002327101,見本\n")
                .collect(Collectors.joining());
        assertThat(why(pairs(good + "99A,x\n".repeat(5)))).isEmpty();
        assertThat(why(pairs(good + "99A,x\n".repeat(6)))).containsExactly("too-many-bad-lines");
    }

    @Test
    void bytesOfNoEncodingSpoilTheirLineAlone() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("99A,1,JC10,3B035000002327101,見本\r\n".getBytes(TermsFolderSample.MS932));
        bytes.writeBytes("99A,2,JC10,3B045000002327101,".getBytes(TermsFolderSample.MS932));
        bytes.writeBytes(new byte[] {(byte) 0x81, 0x20, '\r', '\n'});
        var read = TermsFolderSample.read(folder, "pairs", bytes.toByteArray());
        assertThat(read.terms().tables().getFirst().rows()).isEqualTo(1);
        assertThat(read.terms().tables().getFirst().notes())
                .extracting(note -> note.line())
                .containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'../table.csv,pairs,1,2026-11-01', path",
        "'/etc/hostname,pairs,1,2026-11-01', path",
        "'missing.csv,pairs,1,2026-11-01', file-missing",
        "'table.csv,unheard-of,1,2026-11-01', layout-unknown",
        "'table.csv,pairs,1,yesterday', date",
        "'table.csv,pairs', column-missing",
        "'table.csv,hot,1,2026-11-01', heading-missing",
        "'empty.csv,pairs,1,2026-11-01', empty"
    })
    void whatCannotBeATableIsRefusedAndTheOthersStand(String line, String why) throws IOException {
        Files.writeString(folder.resolve("table.csv"), "99A,1,JC10,3B035000002327101,見本\n");
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("terms.csv"), line + "\ntable.csv,pairs,1,2026-11-01\n");
        var read = TermsFolder.read(folder);
        assertThat(why(read)).containsExactly(why);
        assertThat(read.terms().tables()).hasSize(1);
    }

    @Test
    void aFolderWithoutItsListSaysSo() throws IOException {
        assertThat(why(TermsFolder.read(folder))).containsExactly("file-missing");
    }

    @Test
    void anotherNetworksFileIsReadByALayoutDeclaredInTheFolder() throws IOException {
        Files.writeString(folder.resolve("layouts.csv"), """
                # a prefecture's own list
                ken,JC10,検査コード,exact,,17,,
                ken,JC11,新コード,exact,,,,
                ken,name,名称,,,,,
                """);
        var read = TermsFolderSample.read(
                folder, "ken", "番号,新コード,検査コード,名称\n1,MH123,3B035000002327101,見本\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read.refused()).isEmpty();
        assertThat(read.terms().of(List.of(new Code(CodingSystems.JLAC10, "3B035000002327101", "x"))))
                .containsExactly(new Code(CodingSystems.uri("JC11"), "MH123", "見本", "ken 1"));
    }

    @Test
    void aLayoutThatIsNoneIsToldAndNotUsed() throws IOException {
        Files.writeString(folder.resolve("layouts.csv"), "ken,JC10,1,finest,,,,\n");
        assertThat(why(pairs("99A,1,JC10,3B035000002327101,見本\n"))).containsExactly("layout");
    }

    @Test
    void aMasterOfFourHundredThousandRowsTakesLessThanAHundredMegabytes() throws IOException {
        var text = new StringBuilder(
                "基準番号（HOTコード）,処方用番号（HOT7）,薬価基準収載医薬品コード,個別医薬品コード," + "レセプト電算処理システムコード（1）,レセプト電算処理システムコード（2）,販売名\n");
        for (int n = 0; n < 400_000; n++) {
            int product = n / 4;
            text.append("%013d,%07d,%07dF1ZZZ,%07dF1%03d,6%08d,,見本錠%dｍｇ「架空」\n"
                    .formatted(
                            product * 10_000L + n % 4,
                            product / 10,
                            product / 10,
                            product / 10,
                            product % 10,
                            product,
                            product));
        }
        var read = TermsFolderSample.read(folder, "hot", text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(read.terms().tables().getFirst().rows()).isEqualTo(400_000);
        assertThat(read.terms().memory()).isLessThan(100L << 20);
        assertThat(read.terms().of(List.of(new Code(CodingSystems.uri("RECEIPT-DRUG"), "600012345", "x"))))
                .extracting(Code::code)
                .contains("0001234F1005", "000012345");
    }
}

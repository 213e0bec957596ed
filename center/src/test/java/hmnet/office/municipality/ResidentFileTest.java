package hmnet.office.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A municipality's file as it is read: every line taken or refused with its reason.
class ResidentFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final String HEADER = "氏名,カナ氏名,生年月日,性別,郵便番号,住所,旧氏,旧氏カナ,前住所\r\n";
    private static final String MOVED = "架空　髙子,カクウ　タカコ,S23.4.12,女,730-0000,広島県架空市青葉町1-2-3,,,広島県見本市紅葉町4-5-6\r\n";
    private static final String UNCHANGED = "見本　太郎,ミホン　タロウ,1950-02-28,男,,広島県架空市青葉町9-9,,,\r\n";

    private static ResidentFile.Read read(String text) {
        return (ResidentFile.Read) ResidentFile.of(text.getBytes(StandardCharsets.UTF_8), DAY, 100);
    }

    private static ResidentFile refused(String text) {
        return ResidentFile.of(text.getBytes(StandardCharsets.UTF_8), DAY, 100);
    }

    @Test
    void whoChangedIsKeptAndWhoDidNotIsOnlyCounted() {
        var file = read(HEADER + MOVED + UNCHANGED);
        assertThat(file.lines()).isEqualTo(2);
        assertThat(file.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.familyName()).isEqualTo("架空");
            assertThat(entry.birthDate()).isEqualTo("1948-04-12");
            assertThat(entry.formerAddress()).isEqualTo("広島県見本市紅葉町4-5-6");
        });
        assertThat(file.refused()).isEmpty();
    }

    @Test
    void bothCharacterSetsAreReadAndTheBytesStayAsTheyCame() {
        var windows = Charset.forName("windows-31j");
        var bytes = (HEADER + MOVED).getBytes(windows);
        var file = (ResidentFile.Read) ResidentFile.of(bytes, DAY, 100);
        assertThat(file.charset()).isEqualTo(windows);
        assertThat(file.original()).isEqualTo(bytes);
        assertThat(file.entries().getFirst().givenName()).isEqualTo("髙子");
        var marked = ("\uFEFF" + HEADER + MOVED).getBytes(StandardCharsets.UTF_8);
        assertThat(((ResidentFile.Read) ResidentFile.of(marked, DAY, 100)).original())
                .isEqualTo(marked);
        assertThat(ResidentFile.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1}, DAY, 100))
                .isEqualTo(new ResidentFile.Refused("encoding"));
    }

    @Test
    void anIndividualNumberRefusesItsLineAndIsNowhereInWhatIsKept() {
        for (var number :
                new String[] {"123456789018", "１２３４５６７８９０１８", "1234-5678-9018", "１２３４－５６７８－９０１８", "1234‐5678 – 9018"}) {
            for (var cell : new String[] {
                number, "番号 " + number + " です", "\"" + number + "\"", "基町12-34 " + number, "\"x\"" + number
            }) {
                var file = read(HEADER + MOVED + MOVED.replace(",,,", "," + cell + ",,"));
                assertThat(file.refused()).as(cell).isEqualTo(Map.of(3, "my-number"));
                assertThat(file.masked()).isTrue();
                assertThat(new String(file.original(), StandardCharsets.UTF_8))
                        .doesNotContain(number, "9018", "９０１８")
                        .contains("架空　髙子", "****");
                assertThat(file.entries()).hasSize(1);
            }
        }
    }

    @Test
    void aColumnThatMustNotBeThereOrOneThatMissesRefusesTheFile() {
        assertThat(refused("個人番号," + HEADER)).isEqualTo(new ResidentFile.Refused("forbidden"));
        assertThat(refused("住民票コード," + HEADER)).isEqualTo(new ResidentFile.Refused("forbidden"));
        assertThat(refused("氏名,生年月日\r\n")).isEqualTo(new ResidentFile.Refused("columns"));
        assertThat(refused("")).isEqualTo(new ResidentFile.Refused("empty"));
        assertThat(refused(HEADER + MOVED.repeat(101))).isEqualTo(new ResidentFile.Refused("lines"));
    }

    @Test
    void aForbiddenColumnIsSeenHoweverItIsWritten() {
        for (var column : new String[] {"個人番号(12桁)", "ﾏｲﾅﾝﾊﾞｰ", "マイナンバー（本人）", "個 人 番 号", "\"住民票ｺｰﾄﾞ\"", "My Number"}) {
            assertThat(refused(column + "," + HEADER)).as(column).isEqualTo(new ResidentFile.Refused("forbidden"));
        }
        assertThat(read(HEADER.replace("カナ氏名", "ｶﾅ氏名") + MOVED).entries()).hasSize(1);
    }

    @Test
    void aQuoteThatIsNeverClosedRefusesTheFile() {
        assertThat(refused(HEADER + "\"架空" + MOVED)).isEqualTo(new ResidentFile.Refused("quote"));
        assertThat(refused("\"" + HEADER + MOVED)).isEqualTo(new ResidentFile.Refused("quote"));
        assertThat(read(HEADER + MOVED + "\"" + MOVED.replaceFirst(",", "\",").strip())
                        .lines())
                .isEqualTo(2);
    }

    @Test
    void everyRefusedLineHasItsReason() {
        var lines = String.join(
                "\r\n",
                "架空,カクウ　タカコ,S23.4.12,女,,広島県架空市1-1,,,",
                "架空　髙子,カクウ　タカコ,いつか,女,,広島県架空市1-1,,,",
                "架空　髙子,カクウ　タカコ,2030-01-01,女,,広島県架空市1-1,,,",
                "架空　髙子,カクウ　タカコ,S23.4.12,女,,,,,",
                "架空　髙子,カクウ　タカコ",
                "",
                "");
        var quoted = "\"架空　\"\"千\"\"子\",カクウ　チコ,S23.4.12,女,,\"広島県架空市,1-1\",旧野,キュウノ,\n";
        var file = read(HEADER + lines + MOVED + MOVED + quoted);
        assertThat(file.refused())
                .isEqualTo(Map.of(2, "name", 3, "birth", 4, "birth", 5, "address", 6, "cells", 9, "twice"));
        assertThat(file.entries()).hasSize(2);
        assertThat(file.entries().getLast().givenName()).isEqualTo("\"千\"子");
        assertThat(file.entries().getLast().address()).isEqualTo("広島県架空市,1-1");
    }
}

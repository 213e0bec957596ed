package hmnet.care.microbiology;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.labsheet.LabValue;
import hmnet.care.microbiology.Culture.CultureState;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.LabExtract.AnalyteItem;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How the results of a culture are put together (微生物検査), as the readers of messages leave them.
class CulturesTest {
    private static final String SMEAR = "6A0100000099704";
    private static final String CULTURE = "6B0100000099741";
    private static final String MIC = "6C0100000080762";

    private static AnalyteItem item(String code, String name, String value, String flag, String status) {
        return new AnalyteItem(
                code,
                CodingSystems.JLAC10,
                name,
                value,
                "",
                "",
                "",
                flag,
                status,
                "喀痰",
                OffsetDateTime.parse("2026-11-20T09:00:00+09:00"));
    }

    private static AnalyteItem found(String code, String name, String value) {
        return item(code, name, value, "", "F");
    }

    private static Culture culture(AnalyteItem... items) {
        var values = LabValue.of(List.of(Filed.laboratory(Filed.HOSPITAL, "2026-11-20T09:00", items)));
        return new Cultures(Filed::name, "/people/x", Messages.in(Language.JAPANESE))
                .of(values)
                .getFirst();
    }

    @Test
    void anOrganismStandsWithItsQuantityAndASmearApartFromACulture() {
        var culture = culture(
                found(SMEAR + "14", "塗抹菌名", "グラム陽性球菌"),
                found(SMEAR + "12", "塗抹菌量［グラム陽性球菌］", "3+"),
                found(CULTURE + "14", "培養同定菌名", "E.coli"),
                found(CULTURE + "12", "培養同定菌量［E.coli］", "2+"),
                found(CULTURE + "14", "培養同定菌名", "S.aureus"),
                found(CULTURE + "12", "培養同定菌量［S.aureus］", "3+"));
        assertThat(culture.organisms())
                .extracting(organism -> organism.test() + " " + organism.name() + " " + organism.quantity())
                .containsExactly("塗抹菌名 グラム陽性球菌 3+", "培養同定菌名 E.coli 2+", "培養同定菌名 S.aureus 3+");
        assertThat(culture.state()).isEqualTo(CultureState.FINAL);
    }

    /// Drugs told by their JLAC10 code, and drugs told in pairs.
    @Test
    void susceptibilitiesOfTwoOrganismsStandBesideEachOther() {
        for (var items : List.of(
                Stream.of(
                        item("6C010604708076205", "PIPC［E.coli］", "< 2", "S", "F"),
                        item("6C010609408076205", "CAZ［E.coli］", "4", "S", "F"),
                        item("6C010604708076205", "PIPC［S.aureus］", "32", "R", "F")),
                Stream.of(
                        found(MIC + "14", "薬剤名［E.coli］", "PIPC"),
                        item(MIC + "05", "MIC値［E.coli／PIPC］", "< 2", "S", "F"),
                        found(MIC + "14", "薬剤名［E.coli］", "CAZ"),
                        item(MIC + "05", "MIC値［E.coli／CAZ］", "4", "S", "F"),
                        found(MIC + "14", "薬剤名［S.aureus］", "PIPC"),
                        item(MIC + "05", "MIC値［S.aureus／PIPC］", "32", "R", "F")))) {
            var table = Objects.requireNonNull(
                    culture(items.toArray(AnalyteItem[]::new)).antibiogram());
            assertThat(table.organisms()).containsExactly("E.coli", "S.aureus");
            assertThat(table.drugs().stream().map(Culture.SusceptibilityRow::drug))
                    .containsExactly("PIPC", "CAZ");
            assertThat(table.drugs().getFirst().cells())
                    .extracting(cell -> Objects.requireNonNull(cell).verdict() + " " + cell.mic())
                    .containsExactly("S < 2", "R 32");
            assertThat(table.drugs().getLast().cells().getLast())
                    .as("not tried")
                    .isNull();
        }
    }

    @Test
    void aVerdictThatIsTheValueItselfIsRead() {
        var table = Objects.requireNonNull(
                culture(found("6C010000006172012", "判定［Ｓ．ａｕｒｅｕｓ／バンコマイシン］", "Ｓ")).antibiogram());
        assertThat(table.drugs().getFirst().drug()).isEqualTo("バンコマイシン");
        assertThat(Objects.requireNonNull(table.drugs().getFirst().cells().getFirst())
                        .verdict())
                .isEqualTo("S");
    }

    @Test
    void noGrowthIsSaidOnlyOfAFinalCultureWhoseSenderSaysSo() {
        assertThat(culture(found(CULTURE + "11", "一般細菌培養", "発育なし")).state()).isEqualTo(CultureState.NO_GROWTH);
        assertThat(culture(item(CULTURE + "11", "一般細菌培養", "発育なし", "", "P")).state())
                .isEqualTo(CultureState.PRELIMINARY);
        assertThat(culture(found("6Z010000009970411", "毒素", "陰性")).state()).isEqualTo(CultureState.FINAL);
        assertThat(culture(item(CULTURE + "11", "一般細菌培養", "", "", "O")).state()).isEqualTo(CultureState.PENDING);
        assertThat(culture(item(CULTURE + "11", "一般細菌培養", "", "", "X")).state()).isEqualTo(CultureState.WITHDRAWN);
    }

    @Test
    void whatIsNeitherStandsAsItWasSent() {
        var culture = culture(found("6B010000009974100", "培養コメント", "口腔内常在菌のみ"));
        assertThat(culture.others())
                .extracting(other -> other.test() + " " + other.value())
                .containsExactly("培養コメント 口腔内常在菌のみ");
    }
}

package hmnet.care.drughistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.formats.base.Unreadable;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CodingSystems;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is handed to a medicine handbook can be read by whoever reads one.
class HandbookTest {
    private static final Person PERSON = new Person(
            PersonId.fresh(),
            "1",
            "架空",
            "花子",
            "カクウ",
            "ハナコ",
            LocalDate.of(1950, 2, 28),
            "female",
            "730-0000",
            "広島県架空市一丁目1-1",
            "架空市一丁目",
            "082-000-0000");

    private static PrescribedDrug drug(String name, String daily) {
        return PrescribedDrug.of(
                "1",
                Concept.of(CodingSystems.YJ, "2171022F2029", name),
                Amount.NONE,
                daily.isEmpty() ? Amount.NONE : new Amount(daily, "錠", "", ""),
                "1日1回 朝食後",
                "",
                28,
                false,
                null,
                Amount.NONE,
                Concept.NONE,
                List.of());
    }

    private static Medicines order(PrescribedDrug... drugs) {
        return Medicines.of(
                "1",
                OffsetDateTime.parse("2026-11-20T09:00+09:00"),
                MedicineAct.ORDERED,
                false,
                "OHP",
                "内科",
                "架空 一郎",
                "見本病院",
                List.of(drugs),
                List.of(),
                false,
                Set.of());
    }

    @Test
    void whatIsWrittenIsReadAgainWithDoseDaysAndPrescriber() throws Unreadable {
        var handbook = Handbook.of(PERSON, List.of(order(drug("アムロジピン錠5mg", "1"))), List.of());
        var sheet = TcFile.read(handbook.file()).sheets().getFirst();
        assertThat(sheet.person().familyName()).isEqualTo("架空");
        assertThat(sheet.person().address()).as("the page shows none").isEmpty();
        var medicines = (Medicines) sheet.entries().getFirst();
        assertThat(medicines.place()).isEqualTo("見本病院");
        assertThat(medicines.drugs())
                .extracting(
                        one -> one.drug().shown(),
                        one -> one.daily().value(),
                        PrescribedDrug::usage,
                        PrescribedDrug::count)
                .containsExactly(tuple("アムロジピン錠5mg", "1", "1日1回 朝食後", 28));
    }

    @Test
    void aDrugWithoutAnAmountIsNamedAsLeftOutAndStopsNoOther() {
        var handbook =
                Handbook.of(PERSON, List.of(order(drug("アムロジピン錠5mg", "1"), drug("量のない薬", ""))), List.of("読めない薬"));
        assertThat(handbook.drugs()).containsExactly("アムロジピン錠5mg");
        assertThat(handbook.left()).containsExactlyInAnyOrder("読めない薬", "量のない薬");
    }

    @Test
    void manyDrugsAreSeveralCodesAndNoDrugsAreNone() {
        var drugs = IntStream.range(0, 20)
                .mapToObj(n -> drug("見本の長い名前の薬錠" + n + "mg", "1"))
                .toArray(PrescribedDrug[]::new);
        assertThat(Handbook.of(PERSON, List.of(order(drugs)), List.of()).codes("20261121000000"))
                .hasSizeGreaterThan(1)
                .allSatisfy(code -> assertThat(code.size()).isBetween(21, 177));
        assertThat(Handbook.of(PERSON, List.of(), List.of()).isEmpty()).isTrue();
    }
}

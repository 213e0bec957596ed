package hmnet.formats.nsips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which column of NSIPS a dispensing fills when it is written, counted from its tag as column 0.
class NsipsColumnsTest {
    private static final Facility PHARMACY = new Facility("見本薬局", "34", "4", "9999998");
    private static final OffsetDateTime AT =
            LocalDate.of(2026, 4, 1).atStartOfDay().atOffset(Hl7Time.JAPAN);
    private static final Amount THREE = Amount.of("3", "錠");
    private static final DoseUsage AFTER_MEALS =
            DoseUsage.of(Concept.of(CodingSystems.USAGE, "1013044400000000", "1日3回毎食後"));

    private static Dosage dosage() {
        return Dosage.NONE
                .with(DoseAmounts.of(Amount.of("1", "錠"), THREE))
                .with(AFTER_MEALS)
                .with(DoseRhythm.DAILY.inADay(3, 0, List.of()))
                .with(new DosePeriod("2026-04-02", "", 14, 0));
    }

    private static PrescribedDrug drug(Dosage dosage) {
        return PrescribedDrug.of(
                        "1",
                        new Concept(
                                "見本錠",
                                List.of(
                                        new Code(CodingSystems.YJ, "1149019F1560", "見本錠"),
                                        new Code(DrugCodes.RECEIPT, "620000001", "見本錠"),
                                        new Code(CodingSystems.HOT9, "100000001", "見本錠"))),
                        dosage)
                .withTotal(Amount.of("42", "錠"));
    }

    private static WrittenFile written(PrescribedDrug... drugs) throws Unreadable {
        var medicines = new Medicines(
                "o1",
                AT,
                MedicineAct.DISPENSED,
                false,
                List.of(),
                OrderSource.of("内科", "見本 医師", ""),
                List.of(drugs),
                List.of("薬剤師 見本 薬剤師", "疑義照会回答 変更なし", "訪問"),
                false,
                Set.of());
        var person = new Demographics(
                "見本", "花子", "ﾐﾎﾝ", "ﾊﾅｺ", LocalDate.of(1955, 1, 1), "female", "7300011", "見本市1-1", "0820000000", null);
        return NsipsFile.write(
                new Sheet("T-1", person, null, "x", "20260401103000", AT, false, false, List.of(medicines)), PHARMACY);
    }

    private static List<String[]> records(WrittenFile file, String tag) {
        return new String(file.bytes(), Charset.forName("windows-31j"))
                .lines()
                .map(line -> line.split(",", -1))
                .filter(columns -> columns[0].equals(tag))
                .toList();
    }

    private static String[] drugOf(PrescribedDrug drug) throws Unreadable {
        return records(written(drug), "4").getFirst();
    }

    @Test
    void patientAndPrescriptionStandInTheirColumns() throws Unreadable {
        var file = written(drug(dosage()));
        var patient = records(file, "1").getFirst();
        assertThat(patient).hasSize(48);
        assertThat(List.of(patient[1], patient[2], patient[3], patient[4], patient[5], patient[6], patient[7]))
                .containsExactly("T-1", "ﾐﾎﾝ ﾊﾅｺ", "見本　花子", "2", "19550101", "7300011", "見本市1-1");
        assertThat(patient[8]).isEqualTo("0820000000");
        assertThat(patient[14] + patient[16] + patient[17]).isEmpty();
        var prescription = records(file, "2").getFirst();
        assertThat(prescription).hasSize(42);
        assertThat(prescription[3]).isEqualTo("A");
        assertThat(prescription[7]).isEqualTo("20260401");
        assertThat(prescription[19]).isEqualTo("内科");
        assertThat(prescription[24]).isEqualTo("見本 医師");
        assertThat(prescription[26]).isEqualTo("見本 薬剤師");
        assertThat(prescription[28]).isEqualTo("変更なし");
        assertThat(prescription[27] + prescription[29]).isEmpty();
        assertThat(prescription[32]).isEqualTo("訪問");
    }

    @Test
    void anInternalDrugHasItsUsageItsDaysAndItsDailyAmount() throws Unreadable {
        var file = written(drug(dosage()));
        assertThat(file.notes()).isEmpty();
        var usage = records(file, "3").getFirst();
        assertThat(usage).hasSize(22);
        assertThat(List.of(usage[1], usage[2], usage[3], usage[8], usage[10], usage[11], usage[12], usage[13]))
                .containsExactly("1", "1013044400000000", "1日3回毎食後", "2", "14", "3", "20260402", "1");
        assertThat(usage[4] + usage[5] + usage[6] + usage[7] + usage[16]).isEmpty();
        var drug = records(file, "4").getFirst();
        assertThat(drug).hasSize(41);
        assertThat(List.of(drug[1], drug[2], drug[3], drug[4], drug[5], drug[6], drug[8]))
                .containsExactly("1", "1", "1", "1149019F1560", "620000001", "100000001", "見本錠");
        assertThat(List.of(drug[16], drug[17], drug[18], drug[35])).containsExactly("3", "1", "錠", "1");
        assertThat(String.join("", drug[10], drug[11], drug[12], drug[13], drug[19], drug[20], drug[22], drug[27]))
                .isEmpty();
    }

    @Test
    void timesThatNobodySaidLeaveTheirColumnEmpty() throws Unreadable {
        var plain = dosage().with(DoseUsage.of("毎食後")).with(DoseRhythm.DAILY);
        assertThat(records(written(drug(plain)), "3").getFirst()[11]).isEmpty();
    }

    @Test
    void theFirstTwoSupplementsHaveColumnsAndTheOthersStandInWords() throws Unreadable {
        var usage = new DoseUsage(
                AFTER_MEALS.usage(),
                List.of(
                        Concept.of(CodingSystems.USAGE_SUPPLEMENT, "I1100000", "隔日"),
                        Concept.of(CodingSystems.uri("NSIPS-USAGE"), "77", "食直後"),
                        Concept.of("噛まずに"),
                        Concept.of("水で")));
        var line = records(written(drug(dosage().with(usage).with(List.of("冷所")))), "3")
                .getFirst();
        assertThat(List.of(line[4], line[5], line[6], line[7])).containsExactly("I1100000", "隔日", "77", "食直後");
        assertThat(List.of(line[16], line[18], line[19])).containsExactly("噛まずに", "水で", "冷所");
        var many = records(written(drug(dosage().with(List.of("一", "二", "三", "四", "五", "六")))), "3")
                .getFirst();
        assertThat(List.of(many[16], many[18], many[19], many[20], many[21]))
                .as("the last column holds what is left")
                .containsExactly("一", "二", "三", "四", "五 六");
    }

    @Test
    void unevenDosesHaveTheColumnsOfTheirTimes() throws Unreadable {
        var times = dosage().with(DoseAmounts.of(Amount.of("1", "錠"), THREE)
                .withUneven(
                        List.of(new UnevenDose("朝", Amount.of("2", "錠")), new UnevenDose("寝る前", Amount.of("1", "錠")))));
        var line = drugOf(drug(times));
        assertThat(List.of(line[10], line[11], line[12], line[13], line[14], line[15]))
                .containsExactly("", "2", "", "", "1", "");
        var named = dosage().with(DoseAmounts.of(Amount.of("1", "錠"), THREE)
                .withUneven(
                        List.of(new UnevenDose("1回目", Amount.of("2", "錠")), new UnevenDose("夕", Amount.of("1", "錠")))));
        var words = drugOf(drug(named));
        assertThat(words[11] + words[13]).as("a time without a column").isEmpty();
        assertThat(words[27]).isEqualTo("不均等 1回目 2錠・夕 1錠");
        var units = dosage().with(DoseAmounts.of(Amount.of("1", "錠"), THREE)
                .withUneven(
                        List.of(new UnevenDose("朝", Amount.of("2", "mg")), new UnevenDose("夕", Amount.of("1", "mg")))));
        assertThat(drugOf(drug(units))[11]).as("another unit than the column's").isEmpty();
    }

    @Test
    void whatThePharmacistWasToldIsFlaggedOrSaid() throws Unreadable {
        var flagged = drugOf(drug(dosage())
                .withInstructions(List.of(
                        DispensingInstruction.ONE_DOSE.concept(),
                        DispensingInstruction.CRUSHED.concept(),
                        DispensingInstruction.APART.concept())));
        assertThat(List.of(flagged[19], flagged[20], flagged[22])).containsExactly("1", "1", "1");
        assertThat(flagged[27]).isEmpty();
        var said = drugOf(drug(dosage())
                .withInstructions(List.of(DispensingInstruction.NO_GENERIC.concept()))
                .withNotes(List.of("飲み忘れに注意")));
        assertThat(said[19] + said[20] + said[22]).isEmpty();
        assertThat(List.of(said[27], said[36])).containsExactly("後発品変更不可", "飲み忘れに注意");
    }

    @Test
    void whatCountsTheSubstanceSaysSo() throws Unreadable {
        var substance = dosage().with(
                        DoseAmounts.of(Amount.NONE, Amount.of("300", "mg")).inSubstance(true));
        assertThat(drugOf(drug(substance))[17]).isEqualTo("2");
        var once = dosage().with(DoseAmounts.of(Amount.of("50", "mg"), THREE));
        var line = drugOf(drug(once));
        assertThat(line[35]).as("another unit than the column's").isEmpty();
        assertThat(line[27]).isEqualTo("1回量 50mg");
    }

    @Test
    void aKindWithoutAPublishedNumberStandsInWords() throws Unreadable {
        var needed = dosage().with(DoseAmounts.of(Amount.of("1", "錠"), Amount.NONE))
                .with(DoseRhythm.AS_NEEDED)
                .with(new DosePeriod("2026-04-02", "", 0, 5));
        var file = written(drug(needed).withTotal(Amount.of("5", "錠")));
        var line = records(file, "3").getFirst();
        assertThat(line[8] + " " + line[10]).isEqualTo("頓服 5");
        assertThat(file.notes()).extracting(Note::code).containsExactly("rp-kind-in-words");
        assertThat(records(file, "4").getFirst()[35]).isEmpty();
    }

    @Test
    void whatHasNoColumnIsNamedAndNoAmountIsRefused() throws Unreadable {
        var own = PrescribedDrug.of("1", Concept.of("urn:own", "A-1", "院内製剤"), dosage());
        assertThat(written(own).notes())
                .extracting(note -> note.code() + " " + note.field())
                .containsExactly("column-left-out 4", "element-left-out drugs[0].drug.codes");
        var words = PrescribedDrug.of(
                "1", Concept.of("見本散"), dosage().with(DoseAmounts.of(Amount.NONE, Amount.of("適量", ""))));
        assertThat(written(words).notes()).extracting(Note::code).contains("amount-not-a-number");
        var none = PrescribedDrug.of("1", Concept.of("見本散"), Dosage.NONE.with(AFTER_MEALS));
        assertThatThrownBy(() -> written(none)).isInstanceOf(Unreadable.class);
    }
}

package hmnet.formats.jahis.rx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which records of 院外処方箋2次元シンボル Ver.1.10 a prescription fills when it is written, column by column.
class RxRecordsTest {
    private static final Facility CLINIC = new Facility("見本医院", "34", "1", "9999999");
    private static final OffsetDateTime AT =
            LocalDate.of(2026, 4, 1).atStartOfDay().atOffset(Hl7Time.JAPAN);
    private static final Amount THREE = Amount.of("3", "錠");
    private static final Concept AFTER_MEALS = Concept.of(CodingSystems.USAGE, "1013044400000000", "1日3回毎食後");

    private static Dosage dosage() {
        return Dosage.NONE
                .with(DoseAmounts.of(Amount.NONE, THREE))
                .with(DoseUsage.of(AFTER_MEALS))
                .with(DoseRhythm.DAILY.inADay(3, 0, List.of()))
                .with(new DosePeriod("2026-04-01", "", 14, 0));
    }

    private static PrescribedDrug drug(Dosage dosage) {
        return PrescribedDrug.of("1", Concept.of(CodingSystems.YJ, "1149019F1560", "見本錠"), dosage)
                .withTotal(Amount.of("42", "錠"));
    }

    private static WrittenFile written(PrescribedDrug... drugs) throws Unreadable {
        var medicines = new Medicines(
                "o1",
                AT,
                MedicineAct.ORDERED,
                false,
                List.of(),
                OrderSource.of("内科", "見本 医師"),
                List.of(drugs),
                List.of(),
                false,
                Set.of());
        var person = new Demographics("見本", "花子", "ﾐﾎﾝ", "ﾊﾅｺ", LocalDate.of(1955, 1, 1), "female", "", "", "", null);
        return RxFile.write(
                new Sheet("T-1", person, null, "x", "20260401000000", AT, false, false, List.of(medicines)), CLINIC);
    }

    private static List<String> records(String tag, PrescribedDrug... drugs) throws Unreadable {
        return new String(written(drugs).bytes(), RecordForm.WINDOWS)
                .lines()
                .filter(line -> line.startsWith(tag + ","))
                .toList();
    }

    @Test
    void aPlainDrugFillsFormUsageAndAmount() throws Unreadable {
        var plain = drug(dosage());
        assertThat(records("101", plain)).containsExactly("101,1,1,,14");
        assertThat(records("111", plain)).containsExactly("111,1,2,1013044400000000,1日3回毎食後,3");
        assertThat(records("201", plain)).containsExactly("201,1,1,,4,1149019F1560,見本錠,3,1,錠");
        for (var none : List.of("102", "181", "211", "221", "241", "281")) {
            assertThat(records(none, plain)).as(none).isEmpty();
        }
    }

    @Test
    void aUsageWithoutACodeStandsInWordsAndOneThatIsMissingIsNamed() throws Unreadable {
        var words = drug(dosage().with(DoseUsage.of("毎食後")).with(DoseRhythm.DAILY));
        assertThat(records("111", words)).containsExactly("111,1,1,,毎食後,");
        var none = drug(dosage().with(DoseUsage.NONE).with(DoseRhythm.DAILY));
        assertThat(records("111", none)).containsExactly("111,1,1,,用法の記載なし,");
        assertThat(written(none).notes()).extracting(Note::code).contains("usage-missing");
        assertThat(written(words).notes()).extracting(Note::code).doesNotContain("usage-missing");
    }

    /// 補足区分: 5 用法の補足, 6 部位, 8 コード指定（補足用法）, 9 コード指定（部位）.
    @Test
    void supplementsSitesAndNotesFollowEachOtherByNumber() throws Unreadable {
        var way = new DoseWay(Concept.NONE, Concept.of("右膝"), Concept.NONE, Concept.NONE);
        var usage = new DoseUsage(
                AFTER_MEALS,
                List.of(Concept.of(CodingSystems.USAGE_SUPPLEMENT, "I1100000", "隔日投与"), Concept.of("噛まずに")));
        assertThat(records("181", drug(dosage().with(usage).with(way).with(List.of("冷所")))))
                .containsExactly("181,1,1,8,隔日投与,I1100000,", "181,1,2,5,噛まずに,,", "181,1,3,6,右膝,,", "181,1,4,,冷所,,");
    }

    @Test
    void unevenDosesHaveTheirRecordOnlyInTheUnitOfTheDrug() throws Unreadable {
        var uneven = DoseAmounts.of(Amount.of("1", "錠"), THREE)
                .withUneven(List.of(
                        new UnevenDose("1回目", Amount.of("2", "錠")), new UnevenDose("2回目", Amount.of("1", "錠"))));
        assertThat(records("221", drug(dosage().with(uneven)))).containsExactly("221,1,1,2,1");
        assertThat(records("241", drug(dosage().with(uneven)))).containsExactly("241,1,1,1,");
        var other = DoseAmounts.of(Amount.of("1", "mg"), THREE)
                .withUneven(List.of(
                        new UnevenDose("1回目", Amount.of("2", "mg")), new UnevenDose("2回目", Amount.of("1", "mg"))));
        assertThat(records("221", drug(dosage().with(other)))).isEmpty();
        assertThat(records("241", drug(dosage().with(other)))).isEmpty();
        assertThat(records("281", drug(dosage().with(other))))
                .containsExactly("281,1,1,1,,1回量 1mg,", "281,1,1,2,,不均等 1回目 2mg・2回目 1mg,");
    }

    /// 薬品補足区分: 1 一包化, 2 粉砕, 3 後発品変更不可; without a number in words.
    @Test
    void instructionsHaveTheirNumberAndNotesNone() throws Unreadable {
        assertThat(records(
                        "281",
                        drug(dosage())
                                .withInstructions(List.of(
                                        DispensingInstruction.CRUSHED.concept(),
                                        DispensingInstruction.NO_GENERIC.concept(),
                                        Concept.of("別の袋に")))
                                .withNotes(List.of("飲み忘れに注意"))))
                .containsExactly("281,1,1,1,2,粉砕,", "281,1,1,2,3,後発品変更不可,", "281,1,1,3,,別の袋に,", "281,1,1,4,,飲み忘れに注意,");
    }

    @Test
    void whatIsTakenWhenNeededCountsTimes() throws Unreadable {
        var needed = dosage().with(DoseAmounts.of(Amount.of("1", "錠"), Amount.NONE))
                .with(DoseUsage.of("疼痛時"))
                .with(DoseRhythm.AS_NEEDED)
                .with(new DosePeriod("2026-04-01", "", 0, 5));
        var drug = drug(needed).withTotal(Amount.of("5", "錠"));
        assertThat(records("101", drug)).containsExactly("101,1,2,,5");
        assertThat(records("201", drug)).containsExactly("201,1,1,,4,1149019F1560,見本錠,1,1,錠");
        assertThat(records("241", drug)).as("the amount is that of one time").isEmpty();
    }

    @Test
    void theSubstanceIsFlaggedAndWhatHasNoAmountIsRefused() throws Unreadable {
        var substance = dosage().with(
                        DoseAmounts.of(Amount.NONE, Amount.of("300", "mg")).inSubstance(true));
        assertThat(records("201", drug(substance))).containsExactly("201,1,1,,4,1149019F1560,見本錠,300,2,mg");
        var unitless = drug(dosage().with(DoseAmounts.of(Amount.NONE, Amount.of("3", ""))));
        assertThatThrownBy(() -> written(unitless)).isInstanceOf(Unreadable.class);
        var words = drug(dosage().with(DoseAmounts.of(Amount.NONE, Amount.of("適量", "g"))));
        assertThat(written(words).notes()).extracting(Note::code).contains("amount-not-a-number");
        var uncoded = PrescribedDrug.of("1", Concept.of("見本散"), dosage());
        assertThat(records("201", uncoded)).containsExactly("201,1,1,,1,,見本散,3,1,錠");
    }
}

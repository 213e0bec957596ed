package hmnet.formats.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DrugItems;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a FHIR resource of ours says of a dose, and what nobody can misread in it.
class WrittenDosesTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-04-06T09:30:00+09:00");
    private static final Concept DRUG = Concept.of("架空錠");
    private static final DoseUsage THREE_TIMES =
            DoseUsage.of(Concept.of(CodingSystems.USAGE, "1013044400000000", "1日3回毎食後"));
    private static final DoseUsage ONCE_A_DAY =
            DoseUsage.of(Concept.of(CodingSystems.USAGE, "1011000400000000", "1日1回朝食後"));

    private static Part row(Entry entry) {
        var nobody = new Demographics("", "", "", "", null, "unknown", "", "", "", null);
        var sheet = new Sheet("77", nobody, null, "x", "20260406093000", AT, false, false, List.of(entry));
        return Rows.of(sheet, (type, key) -> type + "-" + key).getFirst();
    }

    private static List<JsonValue> resources(Entry entry) throws Exception {
        return JsonDocument.read(row(entry).bundle()).getFirst().all("entry.resource");
    }

    private static Medicines medicines(MedicineAct act, OrderSource from, PrescribedDrug... drugs) {
        return new Medicines("o1", AT, act, false, List.of(), from, List.of(drugs), List.of(), false, Set.of());
    }

    private static JsonValue first(MedicineAct act, Dosage... dosages) throws Exception {
        return resources(medicines(act, OrderSource.NONE, PrescribedDrug.of("1", DRUG, dosages)))
                .getFirst();
    }

    private static Dosage dose(String value, DoseUsage usage) {
        return Dosage.NONE
                .with(DoseAmounts.of(Amount.of(value, "錠"), Amount.NONE))
                .with(usage);
    }

    private static Dosage step(String value, String start, int days) {
        return dose(value, ONCE_A_DAY).with(new DosePeriod(start, "", days, 0));
    }

    private static JsonValue repeat(Dosage dosage) throws Exception {
        return first(MedicineAct.ORDERED, dosage).at("dosageInstruction.timing.repeat");
    }

    @Test
    void whoReadsOnlyTheTextDoesNotTakeAWeeklyDrugDaily() throws Exception {
        var weekly = dose("2", ONCE_A_DAY).with(DoseRhythm.DAILY.inWeeks(1, 0, Set.of(DayOfWeek.MONDAY)));
        assertThat(first(MedicineAct.ORDERED, weekly).text("dosageInstruction.text"))
                .isEqualTo("1日1回朝食後、毎週 月曜日");
    }

    @Test
    void threeTimesEveryOtherDayIsNotThreeTimesInTwoDays() throws Exception {
        var dosage = dose("1", THREE_TIMES).with(DoseRhythm.DAILY.every(2));
        assertThat(repeat(dosage).exists()).isFalse();
        var said = first(MedicineAct.ORDERED, dosage).at("dosageInstruction");
        assertThat(said.text("additionalInstruction.coding.code")).isEqualTo("I1100000");
        assertThat(said.text("timing.code.coding.code")).isEqualTo("1013044400000000");
        var once = repeat(dose("1", ONCE_A_DAY).with(DoseRhythm.DAILY.every(2)));
        assertThat(once.text("frequency") + "/" + once.text("period") + once.text("periodUnit"))
                .isEqualTo("1/2d");
    }

    @Test
    void weekdaysSayHowOftenOnEachOfThem() throws Exception {
        var monday = DoseRhythm.DAILY.inWeeks(1, 0, Set.of(DayOfWeek.MONDAY));
        var weekly = repeat(dose("4", THREE_TIMES).with(monday));
        assertThat(weekly.text("frequency") + "/" + weekly.text("period") + weekly.text("periodUnit"))
                .as("three times on each Monday are three times a week, and no day is read as any")
                .isEqualTo("3/1wk");
        assertThat(weekly.text("dayOfWeek")).isEqualTo("mon");
        var twoDays = repeat(dose("4", THREE_TIMES)
                .with(DoseRhythm.DAILY.inWeeks(1, 0, Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY))));
        assertThat(twoDays.text("frequency")).isEqualTo("6");
        var unsaid = repeat(dose("4", DoseUsage.of("医師の指示どおり")).with(monday));
        assertThat(unsaid.text("dayOfWeek")).isEqualTo("mon");
        assertThat(unsaid.at("frequency").exists() || unsaid.at("period").exists())
                .as("nobody said how often")
                .isFalse();
        var apart = repeat(dose("4", ONCE_A_DAY).with(DoseRhythm.DAILY.inWeeks(2, 0, Set.of(DayOfWeek.SUNDAY))));
        assertThat(apart.text("frequency") + "/" + apart.text("period") + apart.text("periodUnit"))
                .isEqualTo("1/2wk");
    }

    @Test
    void timesOfTheClockStandWithoutAFrequency() throws Exception {
        var repeat =
                repeat(dose("1", DoseUsage.of("時刻指定")).with(DoseRhythm.DAILY.inADay(2, 12, List.of("08:00", "20:00"))));
        assertThat(repeat.all("timeOfDay")).hasSize(2);
        assertThat(repeat.at("frequency").exists()).isFalse();
    }

    @Test
    void eachUnevenDoseNamesItsTime() throws Exception {
        var supplements = List.of(
                Concept.of(CodingSystems.USAGE_SUPPLEMENT, "V14NNNNN", "４錠"),
                Concept.of(CodingSystems.USAGE_SUPPLEMENT, "V22NNNNN", "２錠"));
        var dosage = Dosage.NONE
                .with(DoseAmounts.of(Amount.of("2", "錠"), Amount.of("6", "錠"))
                        .withUneven(List.of(
                                new UnevenDose("1回目", Amount.of("4", "錠")),
                                new UnevenDose("2回目", Amount.of("2", "錠")))))
                .with(new DoseUsage(THREE_TIMES.usage(), supplements));
        var said = first(MedicineAct.ORDERED, dosage).at("dosageInstruction");
        assertThat(said.all("additionalInstruction"))
                .extracting(each -> each.text("coding.code") + " " + each.text("text"))
                .containsExactly("V14NNNNN 不均等・1回目・4錠", "V22NNNNN 不均等・2回目・2錠");
        var given = first(MedicineAct.ADMINISTERED, dosage).at("dosage");
        assertThat(given.at("dose").exists())
                .as("two tablets are not what was given each time")
                .isFalse();
        assertThat(given.text("text").lines()).contains("不均等・1回目・4錠", "1日量 6錠");
    }

    @Test
    void eachRateOfAnAdministrationIsAStepOfIt() throws Exception {
        var fast = Dosage.NONE
                .with(DoseAmounts.NONE.withRate(Amount.of("100", "mL/h")))
                .with(new DosePeriod("2026-04-06T08:00:00+09:00", "2026-04-06T09:00:00+09:00", 0, 0));
        var slow = Dosage.NONE
                .with(DoseAmounts.NONE.withRate(Amount.of("40", "mL/h")))
                .with(new DosePeriod("2026-04-06T09:00:00+09:00", "2026-04-06T12:00:00+09:00", 0, 0));
        var steps = resources(
                medicines(MedicineAct.ADMINISTERED, OrderSource.NONE, PrescribedDrug.of("1", DRUG, fast, slow)));
        assertThat(steps)
                .extracting(
                        each -> each.text("dosage.rateQuantity.value") + " from " + each.text("effectivePeriod.start"))
                .containsExactly("100 from 2026-04-06T08:00:00+09:00", "40 from 2026-04-06T09:00:00+09:00");
        assertThat(steps.get(1).text("partOf.reference"))
                .isEqualTo("MedicationAdministration/" + steps.getFirst().text("id"));
    }

    @Test
    void daysOfTaperingStepsAreSummed() throws Exception {
        var request = first(MedicineAct.ORDERED, step("6", "2026-04-06", 3), step("4", "2026-04-09", 4));
        assertThat(request.text("dispenseRequest.expectedSupplyDuration.value")).isEqualTo("7");
        assertThat(request.all("dosageInstruction.sequence"))
                .extracting(JsonValue::text)
                .containsExactly("1", "2");
        var dispense = first(MedicineAct.DISPENSED, step("6", "", 3), step("4", "", 4));
        assertThat(dispense.text("daysSupply.value"))
                .as("the same time of day cannot have both")
                .isEqualTo("7");
    }

    @Test
    void whatIsTakenAtOnceIsNeverReadAsOneAfterAnother() throws Exception {
        var morning = dose("2", DoseUsage.of("朝食後")).with(new DosePeriod("2026-04-06", "", 14, 0));
        var evening = dose("1", DoseUsage.of("夕食後")).with(new DosePeriod("2026-04-06", "", 14, 0));
        var request = first(MedicineAct.ORDERED, morning, evening);
        assertThat(request.all("dosageInstruction.sequence"))
                .extracting(JsonValue::text)
                .containsExactly("1", "1");
        assertThat(request.text("dispenseRequest.expectedSupplyDuration.value")).isEqualTo("14");
        var unsaid = first(MedicineAct.ORDERED, dose("2", DoseUsage.of("朝食後")), step("1", "2026-04-06", 7));
        assertThat(unsaid.at("dosageInstruction.sequence").exists()).isFalse();
        assertThat(unsaid.at("dispenseRequest").exists())
                .as("nobody said how they belong together")
                .isFalse();
    }

    @Test
    void whatOnlyDependsOnSomethingIsNotAsNeeded() throws Exception {
        var sliding = dose("4", THREE_TIMES).with(DoseRhythm.DAILY.dependingOn(Concept.of("血糖200以上")));
        var said = first(MedicineAct.ORDERED, sliding).at("dosageInstruction");
        assertThat(said.at("asNeededCodeableConcept").exists()).isFalse();
        assertThat(said.text("additionalInstruction.text")).isEqualTo("条件 血糖200以上");
    }

    @Test
    void aFormThatMustStayLeavesGenericsAllowed() throws Exception {
        var drug = PrescribedDrug.of("1", DRUG, dose("1", ONCE_A_DAY));
        var form = resources(medicines(
                        MedicineAct.ORDERED,
                        OrderSource.NONE,
                        drug.withInstructions(List.of(
                                DispensingInstruction.SAME_FORM.concept(), DispensingInstruction.CRUSHED.concept()))))
                .getFirst();
        assertThat(form.text("substitution.allowedCodeableConcept.coding.code")).isEqualTo("2");
        assertThat(form.at("substitution.allowedBoolean").exists()).isFalse();
        assertThat(form.all("dispenseRequest.extension.valueCodeableConcept.text"))
                .extracting(JsonValue::text)
                .containsExactly("剤形変更不可", "粉砕");
    }

    @Test
    void whoAskedKeepsNumbersAndCodes() throws Exception {
        var from = new OrderSource(
                Concept.of("urn:oid:1.2.392.200250.2.2.2", "01", "内科"),
                Concept.of("urn:oid:1.2.392.100495.20.3.41.1", "D9", "架空 医子"),
                Concept.of(
                        "http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no", "3419999999", "架空病院"),
                CareSetting.UNKNOWN);
        for (var act : MedicineAct.values()) {
            var resource = resources(medicines(act, from, PrescribedDrug.of("1", DRUG, dose("1", ONCE_A_DAY))))
                    .getFirst();
            assertThat(contained(resource, "Practitioner").text("identifier.value"))
                    .isEqualTo("D9");
            assertThat(contained(resource, "Organization").text("name")).isEqualTo("架空病院");
            assertThat(contained(resource, "PractitionerRole").text("specialty.coding.code"))
                    .isEqualTo("01");
        }
        var problem = resources(Problem.of("p", AT, Concept.of("高血圧症"), "", "", "", false, false, "", Set.of())
                        .from(from, Set.of()))
                .getFirst();
        assertThat(problem.text("recorder.reference")).isEqualTo("#requester");
    }

    private static JsonValue contained(JsonValue resource, String type) {
        return resource.all("contained").stream()
                .filter(each -> each.text("resourceType").equals(type))
                .findFirst()
                .orElse(JsonValue.NONE);
    }

    @Test
    void aNoteOnTheWholeOrderSaysSo() throws Exception {
        var drug = PrescribedDrug.of("1", DRUG, dose("1", ONCE_A_DAY)).withNotes(List.of("残薬 3錠"));
        var notes = resources(
                        medicines(MedicineAct.ORDERED, OrderSource.NONE, drug).withNotes(List.of("訪問")))
                .getFirst()
                .all("note");
        assertThat(notes)
                .extracting(note -> note.text("text") + note.text("extension.valueBoolean"))
                .containsExactly("残薬 3錠", "訪問true");
    }

    @Test
    void eachPartOfAMixtureShowsTheWholeBesideIt() {
        var part = new PrescribedDrug.Ingredient(Concept.of("架空散"), Amount.of("0.5", "g"));
        var whole = Dosage.NONE.with(DoseAmounts.of(Amount.of("1", "g"), Amount.of("3", "g")));
        var item = DrugItems.of(PrescribedDrug.of("1", DRUG, whole).withDrug(Concept.of("混合"), List.of(part)))
                .getFirst();
        assertThat(item.dose() + item.doseUnit()).isEqualTo("0.5g");
        assertThat(item.details()).contains("混注 全量 1g", "混注 全量の1日量 3g");
    }

    @Test
    void daysThatWereSaidOfWhatIsTakenWhenNeededStay() {
        var needed = dose("1", DoseUsage.of("疼痛時")).with(DoseRhythm.AS_NEEDED);
        var said = PrescribedDrug.of("1", DRUG, needed.with(new DosePeriod("", "", 14, 0)));
        assertThat(DrugItems.of(said).getFirst().days()).isEqualTo(14);
        var times = DrugItems.of(PrescribedDrug.of("1", DRUG, needed.with(new DosePeriod("", "", 0, 10))))
                .getFirst();
        assertThat(times.days()).as("ten times are no days").isZero();
        assertThat(times.details()).contains("10回分");
    }

    @Test
    void whatSomebodyNoLongerTakesIsOver() {
        var drug = PrescribedDrug.of("1", DRUG, dose("1", ONCE_A_DAY));
        assertThat(row(medicines(MedicineAct.STATED, OrderSource.NONE, drug)).title())
                .isEqualTo("服用中 架空錠");
        assertThat(row(medicines(MedicineAct.STATED, OrderSource.NONE, drug.withStatus(CareStatus.of(CareState.ENDED))))
                        .title())
                .isEqualTo("服用終了 架空錠");
    }

    @Test
    void aVisitThatWasCalledOffIsNoBrokenAppointment() throws Exception {
        var off = Stay.of("s", AT, "visit-cancelled", "", "", "", null, null);
        assertThat(row(off).title()).isEqualTo("外来（取消）");
        assertThat(resources(off).getFirst().text("status")).isEqualTo("cancelled");
        var away =
                resources(Stay.of("s", AT, "not-come", "", "", "", null, null)).getFirst();
        assertThat(away.text("status")).isEqualTo("cancelled");
        assertThat(away.text("type.text")).isEqualTo("来院せず");
        var bed = Stay.of("s", AT, "admission-cancelled", "", "", "", null, null);
        assertThat(row(bed).title()).isEqualTo("入院（取消）");
        assertThat(resources(bed).getFirst().text("class.code")).isEqualTo("IMP");
    }
}

package hmnet.formats.fhir;

import static hmnet.formats.fhir.SheetRow.AT;
import static hmnet.formats.fhir.SheetRow.tablets;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.PrescribedDrug.Ingredient;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Orders, dispensings, administrations and statements of drugs as JP Core 1.1.2 wants them, value by value.
class WrittenDrugsTest {
    private static final Concept DRUG = Concept.of("架空錠");
    private static final Dosage MORNING = Dosage.NONE
            .with(DoseAmounts.of(tablets("1"), Amount.NONE))
            .with(DoseUsage.of(Concept.of(CodingSystems.USAGE, "1011000400000000", "1日1回朝食後")));

    private static PrescribedDrug drug(Dosage... dosages) {
        return PrescribedDrug.of("1", DRUG, dosages);
    }

    private static Medicines medicines(MedicineAct act, OrderSource from, PrescribedDrug drug) {
        return new Medicines(
                "o1", AT, act, false, Medicines.classes("OHP"), from, List.of(drug), List.of("残薬あり"), false, Set.of());
    }

    private static JsonValue written(MedicineAct act, PrescribedDrug drug) throws Unreadable {
        return SheetRow.of(medicines(act, OrderSource.of("", "架空 医師"), drug))
                .resources()
                .getFirst();
    }

    private static List<String> sequences(Dosage... dosages) throws Unreadable {
        return written(MedicineAct.ORDERED, drug(dosages)).all("dosageInstruction").stream()
                .map(each -> each.text("sequence"))
                .toList();
    }

    private static Dosage from(String start, String end, int days) {
        return MORNING.with(new DosePeriod(start, end, days, 0));
    }

    /// R4: like numbers are taken together, unlike ones one after the other, and nobody may be told what
    /// nobody said.
    @Test
    void onlyWhatBeginsAfterTheOtherEndedFollowsIt() throws Unreadable {
        assertThat(sequences(from("2026-04-01", "2026-04-03", 0), from("2026-04-04", "2026-04-10", 0)))
                .containsExactly("1", "2");
        assertThat(sequences(from("2026-04-01", "", 3), from("2026-04-04", "", 7)))
                .containsExactly("1", "2");
        assertThat(sequences(from("2026-04-01", "", 0), from("2026-04-04", "", 0)))
                .containsExactly("1", "2");
        assertThat(sequences(
                        from("2026-04-01T08:00:00+09:00", "2026-04-01T12:00:00+09:00", 0),
                        from("2026-04-01T12:00:00+09:00", "2026-04-01T20:00:00+09:00", 0)))
                .containsExactly("1", "2");
        assertThat(sequences(from("2026-04-01", "2026-04-10", 0), from("2026-04-05", "2026-04-14", 0)))
                .as("both are taken from the fifth to the tenth")
                .containsExactly("", "");
        assertThat(sequences(from("2026-04-01", "", 7), from("2026-04-04", "", 7)))
                .containsExactly("", "");
        assertThat(sequences(from("", "", 0), from("2026-04-04", "", 7))).containsExactly("", "");
    }

    @Test
    void anOrderWithoutSupplyAsksForNone() throws Unreadable {
        var order = written(MedicineAct.ORDERED, drug(MORNING));
        assertThat(order.at("dispenseRequest").exists()).isFalse();
        assertThat(order.at("substitution").exists()).isFalse();
        assertThat(order.at("statusReason").exists()).isFalse();
        assertThat(order.at("doNotPerform").exists()).isFalse();
        assertThat(order.text("status") + " " + order.text("intent")).isEqualTo("active order");
        assertThat(order.text("category.coding.code")).isEqualTo("OHP");
        assertThat(order.text("requester.display")).isEqualTo("架空 医師");
        assertThat(order.at("contained").exists())
                .as("a name alone stays a name")
                .isFalse();
        assertThat(order.text("note.text")).isEqualTo("残薬あり");
        assertThat(order.text("note.extension.url")).endsWith("note-of-order");
        assertThat(order.at("dosageInstruction.sequence").exists()).isFalse();
    }

    @Test
    void supplyDaysTimesAndInstructionsStandInTheirPlaces() throws Unreadable {
        var days = written(
                MedicineAct.ORDERED,
                drug(MORNING.with(new DosePeriod("", "", 14, 0))).withTotal(tablets("14")));
        assertThat(days.text("dispenseRequest.quantity.value")).isEqualTo("14");
        assertThat(days.text("dispenseRequest.quantity.code")).isEqualTo("TAB");
        assertThat(days.text("dispenseRequest.expectedSupplyDuration.value")).isEqualTo("14");
        assertThat(days.text("dispenseRequest.expectedSupplyDuration.code")).isEqualTo("d");
        assertThat(days.at("dispenseRequest.extension").exists()).isFalse();
        var times = written(
                MedicineAct.ORDERED, drug(MORNING.with(DoseRhythm.AS_NEEDED).with(new DosePeriod("", "", 0, 5))));
        assertThat(times.text("dispenseRequest.extension.url")).endsWith("ExpectedRepeatCount");
        assertThat(times.text("dispenseRequest.extension.valueInteger")).isEqualTo("5");
        assertThat(times.text("dosageInstruction.asNeededBoolean")).isEqualTo("true");
        var crushed = written(MedicineAct.ORDERED, drug(MORNING).withInstructions(List.of(Concept.of("粉砕"))));
        assertThat(crushed.text("dispenseRequest.extension.url")).endsWith("InstructionForDispense");
        assertThat(crushed.text("dispenseRequest.extension.valueCodeableConcept.text"))
                .isEqualTo("粉砕");
        assertThat(crushed.at("substitution").exists()).isFalse();
    }

    /// 医薬品の変更不可コード 1.2.392.100495.20.2.41: 1 後発品, 2 剤形, 3 含量規格.
    @Test
    void whatMayNotBeChangedHasItsOwnCode() throws Unreadable {
        assertThat(refused("後発品変更不可")).isEqualTo("1");
        assertThat(refused("変更不可（患者の希望）")).isEqualTo("1");
        assertThat(refused("剤形変更不可")).isEqualTo("2");
        assertThat(refused("含量規格変更不可")).isEqualTo("3");
        assertThat(refused("一包化")).isEmpty();
    }

    private static String refused(String instruction) throws Unreadable {
        return written(MedicineAct.ORDERED, drug(MORNING).withInstructions(List.of(Concept.of(instruction))))
                .text("substitution.allowedCodeableConcept.coding.code");
    }

    @Test
    void aPlannedOrderIsAPlanAndAForbiddenOneSaysSo() throws Unreadable {
        var planned = written(MedicineAct.ORDERED, drug(MORNING).withStatus(CareStatus.of(CareState.PLANNED)));
        assertThat(planned.text("intent")).isEqualTo("plan");
        var forbidden =
                written(MedicineAct.ORDERED, drug(MORNING).withStatus(new CareStatus(CareState.PROHIBITED, "アレルギー")));
        assertThat(forbidden.text("doNotPerform")).isEqualTo("true");
        assertThat(forbidden.text("statusReason.text")).isEqualTo("禁止（アレルギー）");
    }

    @Test
    void aDispensingSaysWhatWasHandedOverAndWhoAsked() throws Unreadable {
        var given = written(
                MedicineAct.DISPENSED,
                drug(MORNING.with(new DosePeriod("", "", 7, 0)))
                        .withTotal(tablets("7"))
                        .withBy(Concept.of("架空 薬剤師"))
                        .withPack(tablets("100"))
                        .withInstructions(List.of(Concept.of("一包化"))));
        assertThat(given.text("status")).isEqualTo("completed");
        assertThat(given.text("quantity.value")).isEqualTo("7");
        assertThat(given.text("daysSupply.value")).isEqualTo("7");
        assertThat(given.text("performer.actor.display")).isEqualTo("架空 薬剤師");
        assertThat(given.text("authorizingPrescription.display")).isEqualTo("架空 医師");
        assertThat(given.text("authorizingPrescription.reference")).isEmpty();
        assertThat(given.text("whenHandedOver")).isEqualTo("2026-04-06T09:30:00+09:00");
        assertThat(given.all("note.text")).extracting(JsonValue::text).containsExactly("1包装 100錠", "残薬あり");
        assertThat(given.text("extension.url")).endsWith("Preparation");
        assertThat(given.text("extension.valueCodeableConcept.text")).isEqualTo("一包化");
        assertThat(given.text("category.coding.code")).isEqualTo("OHP");
        var unsaid =
                written(MedicineAct.DISPENSED, drug(MORNING).withStatus(new CareStatus(CareState.REFUSED, "残薬あり")));
        assertThat(unsaid.text("quantity._value.extension.valueCode")).isEqualTo("unknown");
        assertThat(unsaid.at("daysSupply").exists()).isFalse();
        assertThat(unsaid.at("performer").exists()).isFalse();
        assertThat(unsaid.text("status")).isEqualTo("declined");
        assertThat(unsaid.text("statusReasonCodeableConcept.text")).isEqualTo("拒否（残薬あり）");
    }

    @Test
    void whatWasGivenHasItsTimeOrItsPeriod() throws Unreadable {
        var moment = written(MedicineAct.ADMINISTERED, drug(from("2026-04-06T08:00:00+09:00", "", 0)));
        assertThat(moment.text("effectiveDateTime")).isEqualTo("2026-04-06T08:00:00+09:00");
        var unsaid = written(MedicineAct.ADMINISTERED, drug(MORNING));
        assertThat(unsaid.text("effectiveDateTime")).isEqualTo("2026-04-06T09:30:00+09:00");
        assertThat(unsaid.text("dosage.dose.value")).isEqualTo("1");
        assertThat(unsaid.text("dosage.text")).isEqualTo("1日1回朝食後");
        assertThat(unsaid.at("dosage.rateQuantity").exists()).isFalse();
        var same = written(
                MedicineAct.ADMINISTERED, drug(from("2026-04-06T08:00:00+09:00", "2026-04-06T08:00:00+09:00", 0)));
        assertThat(same.text("effectiveDateTime")).isEqualTo("2026-04-06T08:00:00+09:00");
        var infused = written(
                MedicineAct.ADMINISTERED, drug(from("2026-04-06T08:00:00+09:00", "2026-04-06T12:00:00+09:00", 0)));
        assertThat(infused.at("effectiveDateTime").exists()).isFalse();
        assertThat(infused.text("effectivePeriod.end")).isEqualTo("2026-04-06T12:00:00+09:00");
        var refused =
                written(MedicineAct.ADMINISTERED, drug(MORNING).withStatus(new CareStatus(CareState.NOT_DONE, "嘔気")));
        assertThat(refused.text("status")).isEqualTo("not-done");
        assertThat(refused.text("statusReason.text")).isEqualTo("未実施（嘔気）");
    }

    @Test
    void anAdministrationNamesTheDepartmentAndTheDoctorThatAsked() throws Unreadable {
        var from = new OrderSource(
                Concept.of("内科"),
                Concept.of("urn:staff", "D1", "架空 医師"),
                Concept.NONE,
                OrderSource.CareSetting.INPATIENT);
        var given = SheetRow.of(medicines(MedicineAct.ADMINISTERED, from, drug(MORNING)))
                .resources()
                .getFirst();
        assertThat(given.all("extension.url"))
                .extracting(each -> each.text().substring(each.text().lastIndexOf('_') + 1))
                .containsExactly("RequestDepartment", "Requester");
        assertThat(given.text("request.reference")).isEqualTo("#prescription");
        assertThat(given.all("contained").stream()
                        .map(each -> each.text("resourceType") + " " + each.text("id"))
                        .toList())
                .containsExactly("Practitioner doctor", "PractitionerRole requester", "MedicationRequest prescription");
        var nameless = SheetRow.of(medicines(MedicineAct.ADMINISTERED, OrderSource.NONE, drug(MORNING)))
                .resources()
                .getFirst();
        assertThat(nameless.at("extension").exists()).isFalse();
        assertThat(nameless.at("contained").exists()).isFalse();
        assertThat(nameless.at("request").exists()).isFalse();
    }

    @Test
    void whatSomebodySaysTheyTakeHasItsDays() throws Unreadable {
        var taken = written(MedicineAct.STATED, drug(from("2026-03-01", "2026-03-07", 0)));
        assertThat(taken.text("effectivePeriod.start")).isEqualTo("2026-03-01");
        assertThat(taken.text("effectivePeriod.end")).isEqualTo("2026-03-07");
        assertThat(taken.text("dateAsserted")).isEqualTo("2026-04-06T09:30:00+09:00");
        assertThat(taken.text("basedOn.reference")).isEqualTo("#prescription");
        var unsaid = SheetRow.of(medicines(MedicineAct.STATED, OrderSource.NONE, drug(MORNING)))
                .resources()
                .getFirst();
        assertThat(unsaid.at("effectivePeriod").exists()).isFalse();
        assertThat(unsaid.at("basedOn").exists()).isFalse();
        var open = written(MedicineAct.STATED, drug(from("", "2026-03-07", 0)));
        assertThat(open.text("effectivePeriod.end")).isEqualTo("2026-03-07");
    }

    @Test
    void aMixtureHoldsEveryPartWithItsAmount() throws Unreadable {
        var mixed = drug(MORNING)
                .withDrug(
                        Concept.of("架空混注"),
                        List.of(
                                new Ingredient(Concept.of("架空糖液"), Amount.of("500", "mL")),
                                new Ingredient(Concept.NONE, Amount.of("適量", ""))));
        var order = written(MedicineAct.ORDERED, mixed);
        assertThat(order.text("medicationReference.reference")).isEqualTo("#medication");
        assertThat(order.at("medicationCodeableConcept").exists()).isFalse();
        var parts = order.all("contained.ingredient");
        assertThat(parts.getFirst().text("strength.numerator.value")).isEqualTo("500");
        assertThat(parts.getFirst().text("strength.denominator.value")).isEqualTo("1");
        assertThat(parts.getLast().text("itemCodeableConcept.text")).isEqualTo("不明");
        assertThat(parts.getLast().text("strength.extension.valueCode")).isEqualTo("unknown");
    }

    @Test
    void theBasisOfEveryAmountStandsBesideIt() throws Unreadable {
        var both = MORNING.with(DoseAmounts.of(tablets("1"), tablets("3")));
        var said = written(MedicineAct.ORDERED, drug(both)).at("dosageInstruction");
        assertThat(said.all("doseAndRate")).hasSize(1);
        assertThat(said.text("doseAndRate.doseQuantity.value")).isEqualTo("1");
        assertThat(said.text("doseAndRate.rateRatio.numerator.value")).isEqualTo("3");
        assertThat(said.text("doseAndRate.rateRatio.denominator.code")).isEqualTo("d");
        var daily = MORNING.with(DoseAmounts.of(Amount.NONE, tablets("3")));
        var ofDay = written(MedicineAct.ORDERED, drug(daily)).at("dosageInstruction.doseAndRate");
        assertThat(ofDay.at("doseQuantity").exists()).isFalse();
        assertThat(ofDay.text("rateRatio.numerator.value")).isEqualTo("3");
        var rate = MORNING.with(DoseAmounts.of(Amount.NONE, tablets("3")).withRate(Amount.of("20", "mL/h")));
        var speeds = written(MedicineAct.ORDERED, drug(rate)).all("dosageInstruction.doseAndRate");
        assertThat(speeds).hasSize(2);
        assertThat(speeds.getFirst().text("rateQuantity.value")).isEqualTo("20");
        assertThat(speeds.getLast().text("rateRatio.numerator.value")).isEqualTo("3");
        var substance =
                MORNING.with(DoseAmounts.of(Amount.of("50", "mg"), Amount.NONE).inSubstance(true));
        assertThat(written(MedicineAct.ORDERED, drug(substance)).text("dosageInstruction.doseAndRate.type.coding.code"))
                .isEqualTo("2");
        var words = written(MedicineAct.ORDERED, drug(Dosage.NONE.with(DoseUsage.of("医師の指示どおり"))));
        assertThat(words.at("dosageInstruction.doseAndRate").exists()).isFalse();
    }

    @Test
    void limitsConditionsAndWaysStandInTheirFields() throws Unreadable {
        var rhythm = DoseRhythm.DAILY
                .whenNeeded(Concept.of("疼痛時"))
                .limited(new DoseLimit(tablets("3"), new Amount("24", "時間", "h", "http://unitsofmeasure.org"), ""));
        var way = new DoseWay(Concept.of("経口"), Concept.of("右頬"), Concept.of("吸入器"), Concept.NONE);
        var said = written(MedicineAct.ORDERED, drug(MORNING.with(rhythm).with(way)))
                .at("dosageInstruction");
        assertThat(said.text("asNeededCodeableConcept.text")).isEqualTo("疼痛時");
        assertThat(said.at("asNeededBoolean").exists()).isFalse();
        assertThat(said.text("maxDosePerPeriod.numerator.value")).isEqualTo("3");
        assertThat(said.text("maxDosePerPeriod.denominator.value")).isEqualTo("24");
        assertThat(said.text("route.text")).isEqualTo("経口");
        assertThat(said.text("site.text")).isEqualTo("右頬");
        assertThat(said.text("method.coding.code"))
                .as("the first two digits of the usage code (詳細区分)")
                .isEqualTo("10");
        assertThat(said.text("extension.valueReference.display")).isEqualTo("吸入器");
        var plain = written(MedicineAct.ORDERED, drug(MORNING)).at("dosageInstruction");
        assertThat(plain.at("asNeededBoolean").exists()).isFalse();
        assertThat(plain.at("maxDosePerPeriod").exists()).isFalse();
        assertThat(plain.at("extension").exists()).isFalse();
    }

    @Test
    void everyActNamesItsDrugItsPersonItsClassAndItsNotes() throws Unreadable {
        for (var act : MedicineAct.values()) {
            var said = written(
                    act,
                    drug(MORNING)
                            .withBy(Concept.of("架空 看護師"))
                            .withStatus(new CareStatus(CareState.STOPPED, "発疹"))
                            .withInstructions(List.of(Concept.of("粉砕")))
                            .withNotes(List.of("冷所", "")));
            assertThat(said.text("medicationCodeableConcept.text"))
                    .as(act.name())
                    .isEqualTo("架空錠");
            assertThat(said.at("subject").exists()).isTrue();
            assertThat(said.text("category.coding.code")).isEqualTo("OHP");
            assertThat(said.text("category.coding.system")).endsWith("JP_MedicationCategoryMERIT9_CS");
            assertThat(said.all("note.text"))
                    .extracting(JsonValue::text)
                    .contains("冷所", "残薬あり")
                    .doesNotContain("");
            assertThat(said.all("identifier.value")).extracting(JsonValue::text).contains("1", "o1");
        }
        var given = written(
                MedicineAct.ADMINISTERED,
                drug(MORNING).withBy(Concept.of("架空 看護師")).withInstructions(List.of(Concept.of("粉砕"))));
        assertThat(given.text("performer.actor.display")).isEqualTo("架空 看護師");
        assertThat(given.all("note.text")).extracting(JsonValue::text).containsExactly("粉砕", "残薬あり");
        var taken = written(
                MedicineAct.STATED,
                drug(MORNING)
                        .withInstructions(List.of(Concept.of("粉砕")))
                        .withStatus(new CareStatus(CareState.STOPPED, "発疹")));
        assertThat(taken.all("note.text")).extracting(JsonValue::text).containsExactly("粉砕", "残薬あり");
        assertThat(taken.text("statusReason.text")).isEqualTo("中止（発疹）");
        assertThat(taken.text("dosage.text")).isEqualTo("1日1回朝食後");
        assertThat(written(MedicineAct.DISPENSED, drug(MORNING)).text("dosageInstruction.text"))
                .isEqualTo("1日1回朝食後");
    }

    @Test
    void thePrescriptionWithinADispensingNamesDrugAndDoctor() throws Unreadable {
        var from = new OrderSource(
                Concept.of("内科"),
                Concept.of("urn:staff", "D1", "架空 医師"),
                Concept.NONE,
                OrderSource.CareSetting.UNKNOWN);
        var given = SheetRow.of(medicines(MedicineAct.ADMINISTERED, from, drug(MORNING)))
                .resources()
                .getFirst();
        var prescription = given.all("contained").getLast();
        assertThat(prescription.text("medicationCodeableConcept.text")).isEqualTo("架空錠");
        assertThat(prescription.text("requester.reference")).isEqualTo("#requester");
        assertThat(given.all("extension").getLast().text("valueReference.display"))
                .isEqualTo("架空 医師");
        assertThat(given.all("extension").getLast().text("valueReference.reference"))
                .isEqualTo("#doctor");
    }

    @Test
    void profilesSayWhetherItIsAnInjection() throws Unreadable {
        assertThat(written(MedicineAct.ORDERED, drug(MORNING)).text("meta.profile"))
                .endsWith("/JP_MedicationRequest");
        assertThat(written(MedicineAct.STATED, drug(MORNING)).text("meta.profile"))
                .isEqualTo("http://hl7.org/fhir/StructureDefinition/MedicationStatement");
        var injection = SheetRow.of(medicines(MedicineAct.ORDERED, OrderSource.NONE, drug(MORNING))
                        .withInjection(true))
                .resources()
                .getFirst();
        assertThat(injection.text("meta.profile")).endsWith("/JP_MedicationRequest_Injection");
        var nameless = PrescribedDrug.of("", DRUG, MORNING);
        assertThat(written(MedicineAct.ORDERED, nameless).all("identifier.value"))
                .as("JP Core wants the number of the RP")
                .extracting(JsonValue::text)
                .containsExactly("1", "1", "o1");
    }

    @Test
    void whatNobodyCountedIsNotCounted() throws Unreadable {
        var order = written(MedicineAct.ORDERED, drug(MORNING).withTotal(tablets("7")));
        assertThat(order.at("dispenseRequest.expectedSupplyDuration").exists()).isFalse();
        assertThat(refused("剤形のみ変更不可")).as("generics are allowed").isEmpty();
        var bare = written(MedicineAct.ADMINISTERED, drug(Dosage.NONE));
        assertThat(bare.at("dosage").exists()).isFalse();
        var way = new DoseWay(Concept.NONE, Concept.NONE, Concept.of("輸液ポンプ"), Concept.NONE);
        var pump = written(MedicineAct.ADMINISTERED, drug(Dosage.NONE.with(way)));
        assertThat(pump.text("dosage.extension.valueReference.display")).isEqualTo("輸液ポンプ");
        var ended = written(MedicineAct.ORDERED, drug(from("", "2026-04-10", 0)));
        assertThat(ended.text("dosageInstruction.extension.valuePeriod.end")).isEqualTo("2026-04-10");
        assertThat(ended.text("dosageInstruction.extension.valuePeriod._start.extension.valueCode"))
                .isEqualTo("unknown");
    }
}

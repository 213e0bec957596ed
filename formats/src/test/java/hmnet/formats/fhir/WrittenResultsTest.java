package hmnet.formats.fhir;

import static hmnet.formats.fhir.SheetRow.AT;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.PersonProfile.PersonInsurance;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.LabMaterial;
import hmnet.formats.model.chart.Results.ResultKind;
import hmnet.formats.model.chart.Results.TestResult;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Results, allergies and persons as JP Core 1.1.2 and FHIR R4 want them, value by value.
class WrittenResultsTest {
    private static TestResult test(String name, String value, String status) {
        return test(name, value, "", "", "", status);
    }

    private static TestResult test(String name, String value, String low, String high, String flag, String status) {
        return TestResult.of(
                name,
                Concept.of(name),
                value,
                new Amount("", "mg/dL", "", ""),
                Concept.NONE,
                low,
                high,
                flag,
                status,
                AT,
                List.of());
    }

    private static Results results(ResultKind kind, LabMaterial specimen, TestResult... tests) {
        return new Results(
                "r1",
                AT,
                kind,
                "",
                specimen,
                "A-1",
                OrderSource.NONE,
                List.of(tests),
                List.of("溶血あり"),
                CareStatus.ACTIVE,
                AT.plusHours(2),
                false,
                Set.of());
    }

    private static JsonValue report(TestResult... tests) throws Unreadable {
        return SheetRow.of(results(ResultKind.LABORATORY, LabMaterial.NONE, tests))
                .resource("DiagnosticReport");
    }

    private static JsonValue observation(TestResult test) throws Unreadable {
        return SheetRow.of(results(ResultKind.LABORATORY, LabMaterial.NONE, test))
                .resource("Observation");
    }

    @Test
    void aReportIsFinalOnlyWhenAllOfItIs() throws Unreadable {
        assertThat(report(test("Na", "140", "F"), test("K", "4", "F")).text("status"))
                .isEqualTo("final");
        assertThat(report(test("Na", "140", "F")).text("issued")).isEqualTo("2026-04-06T11:30:00+09:00");
        var some = report(test("Na", "140", "F"), test("K", "4", "P"));
        assertThat(some.text("status")).isEqualTo("partial");
        assertThat(some.at("issued").exists()).isFalse();
        assertThat(report(test("Na", "140", "P")).text("status")).isEqualTo("preliminary");
        assertThat(report(test("Na", "140", "C")).text("status")).isEqualTo("corrected");
        assertThat(report(test("Na", "140", "C"), test("K", "", "I")).text("status"))
                .isEqualTo("partial");
        assertThat(report(test("Na", "", "X")).text("status")).isEqualTo("final");
        assertThat(report(test("Na", "", "O")).text("status")).isEqualTo("unknown");
    }

    @Test
    void aRowSaysWhetherItIsCorrectedOrNotYetSure() {
        var corrected = SheetRow.of(results(ResultKind.LABORATORY, LabMaterial.NONE, test("Na", "140", "C")))
                .row();
        assertThat(corrected.correction()).isTrue();
        assertThat(corrected.preliminary()).isFalse();
        var early = SheetRow.of(results(ResultKind.LABORATORY, LabMaterial.NONE, test("Na", "140", "P")))
                .row();
        assertThat(early.correction()).isFalse();
        assertThat(early.preliminary()).isTrue();
    }

    @Test
    void aReportNamesItsSpecimenItsResultsAndItsComment() throws Unreadable {
        var blood = new LabMaterial(Concept.of("血清"), "S-9", Concept.of("左肘静脈"));
        var row = SheetRow.of(results(ResultKind.LABORATORY, blood, test("Na", "140", "F"), test("K", "4", "F")));
        var report = row.resource("DiagnosticReport");
        assertThat(report.text("conclusion")).isEqualTo("溶血あり");
        assertThat(report.text("identifier.value")).isEqualTo("A-1");
        assertThat(report.text("category.coding.code")).isEqualTo("LP29693-6");
        assertThat(report.all("result.reference")).hasSize(2);
        assertThat(report.all("specimen.reference")).hasSize(1);
        var specimen = row.resource("Specimen");
        assertThat(specimen.text("type.text")).isEqualTo("血清");
        assertThat(specimen.text("identifier.value")).isEqualTo("S-9");
        assertThat(specimen.text("collection.bodySite.text")).isEqualTo("左肘静脈");
        assertThat(row.resource("Observation").at("specimen").exists()).isTrue();
        var none = SheetRow.of(results(ResultKind.LABORATORY, LabMaterial.NONE, test("Na", "140", "F")));
        assertThat(none.resource("Specimen").exists()).isFalse();
        assertThat(none.resource("Observation").at("specimen").exists()).isFalse();
        assertThat(none.resource("DiagnosticReport").at("specimen").exists()).isFalse();
        var numbered = SheetRow.of(results(
                ResultKind.LABORATORY, new LabMaterial(Concept.NONE, "S-9", Concept.NONE), test("Na", "140", "F")));
        assertThat(numbered.resource("Specimen").text("identifier.value")).isEqualTo("S-9");
    }

    @Test
    void vitalSignsAndCheckupsHaveNoReport() throws Unreadable {
        var vital = SheetRow.of(
                results(ResultKind.VITAL, LabMaterial.NONE, test("体温", "36.5", "F"), test("脈拍", "70", "F")));
        assertThat(vital.resource("DiagnosticReport").exists()).isFalse();
        assertThat(vital.resource("Observation").all("category.coding.code"))
                .extracting(JsonValue::text)
                .containsExactly("vital-signs");
        assertThat(vital.row().title()).isEqualTo("バイタル 体温 ほか1項目");
        var checkup = SheetRow.of(results(ResultKind.CHECKUP, LabMaterial.NONE, test("腹囲", "85", "F")));
        assertThat(checkup.resource("DiagnosticReport").exists()).isFalse();
        assertThat(checkup.row().title()).isEqualTo("健診 腹囲");
        var asked = SheetRow.of(results(ResultKind.ORDERED, LabMaterial.NONE, test("血算", "", "O")));
        assertThat(asked.resource("ServiceRequest").text("status")).isEqualTo("active");
        assertThat(asked.resource("Observation").exists()).isFalse();
    }

    @Test
    void aValueIsAQuantityOnlyWhereItIsACleanNumber() throws Unreadable {
        var number = observation(test("Na", "140", "F"));
        assertThat(number.text("valueQuantity.value")).isEqualTo("140");
        assertThat(number.text("valueQuantity.unit")).isEqualTo("mg/dL");
        assertThat(number.at("note").exists()).isFalse();
        var below = observation(test("CRP", "<0.1", "F"));
        assertThat(below.text("valueString")).isEqualTo("<0.1");
        assertThat(below.text("note.text")).isEqualTo("単位 mg/dL");
        var none = observation(test("CRP", "", "X"));
        assertThat(none.text("dataAbsentReason.coding.code")).isEqualTo("unknown");
        assertThat(none.text("status")).isEqualTo("cancelled");
        assertThat(none.at("note").exists()).as("no value, no unit").isFalse();
        for (var text : List.of("007", "1e5", "+5", "5.", ".5", "-", "1.2.3", "123456789012345678901")) {
            assertThat(observation(test("x", text, "F")).text("valueString")).isEqualTo(text);
        }
        for (var text : List.of("0", "0.50", "-1.5", "100", "12345678901234567890")) {
            assertThat(observation(test("x", text, "F")).text("valueQuantity.value"))
                    .isEqualTo(text);
        }
    }

    @Test
    void whatIsUsualAndHowItIsJudgedStandBesideTheValue() throws Unreadable {
        var high = observation(test("CRP", "9.0", "0.0", "0.3", "H", "F"));
        assertThat(high.text("referenceRange.low.value")).isEqualTo("0.0");
        assertThat(high.text("referenceRange.high.value")).isEqualTo("0.3");
        assertThat(high.text("referenceRange.text")).isEqualTo("0.0 - 0.3");
        assertThat(high.text("interpretation.coding.code")).isEqualTo("H");
        assertThat(high.text("interpretation.text")).isEqualTo("H");
        var own = observation(test("CRP", "9.0", "", "", "要精査", "F"));
        assertThat(own.at("interpretation.coding").exists()).isFalse();
        assertThat(own.text("interpretation.text")).isEqualTo("要精査");
        assertThat(own.at("referenceRange").exists()).isFalse();
        var below = observation(test("CRP", "0.1", "", "0.3", "", "F"));
        assertThat(below.text("referenceRange.text"))
                .as("no minus before the limit")
                .isEqualTo("～0.3");
        assertThat(below.at("interpretation").exists()).isFalse();
        assertThat(observation(test("HDL", "50", "40", "", "", "F")).text("referenceRange.text"))
                .isEqualTo("40～");
    }

    private static JsonValue allergy(String category, AllergyStatus status, String severity, String reaction)
            throws Unreadable {
        return SheetRow.of(new Allergies(
                        "a1",
                        AT,
                        List.of(new AllergyItem(
                                category,
                                "架空薬",
                                "",
                                "",
                                severity,
                                reaction,
                                "2024-05",
                                status,
                                AllergyType.ADVERSE_REACTION,
                                "",
                                List.of()))))
                .resource("AllergyIntolerance");
    }

    /// SNOMED CT: no known drug allergy, no known food allergy, no known allergy.
    @Test
    void aDenialIsSaidByItsCodeAndHasNoReaction() throws Unreadable {
        assertThat(allergy("DA", AllergyStatus.DENIED, "SV", "発疹").text("code.coding.code"))
                .isEqualTo("409137002");
        assertThat(allergy("FA", AllergyStatus.DENIED, "", "").text("code.coding.code"))
                .isEqualTo("429625007");
        assertThat(allergy("EA", AllergyStatus.DENIED, "", "").text("code.coding.code"))
                .isEqualTo("428607008");
        assertThat(allergy("", AllergyStatus.DENIED, "", "").text("code.coding.code"))
                .isEqualTo("716186003");
        var denied = allergy("DA", AllergyStatus.DENIED, "SV", "発疹");
        assertThat(denied.at("reaction").exists()).isFalse();
        assertThat(denied.at("type").exists()).isFalse();
        assertThat(denied.text("code.coding.system")).isEqualTo(CodingSystems.uri("SNOMED"));
    }

    @Test
    void anAllergySaysItsReactionItsSeverityAndWhetherItIsSoNow() throws Unreadable {
        var severe = allergy("FA", AllergyStatus.PRESENT, "SV", "");
        assertThat(severe.text("reaction.severity")).isEqualTo("severe");
        assertThat(severe.text("reaction.manifestation.text")).isEqualTo("症状の記載なし");
        assertThat(severe.text("type")).isEqualTo("intolerance");
        assertThat(severe.all("category")).extracting(JsonValue::text).containsExactly("food");
        assertThat(severe.text("onsetDateTime")).isEqualTo("2024-05");
        var mild = allergy("", AllergyStatus.RESOLVED, "MI", "発疹");
        assertThat(mild.text("reaction.severity")).isEqualTo("mild");
        assertThat(mild.text("reaction.manifestation.text")).isEqualTo("発疹");
        assertThat(mild.text("clinicalStatus.coding.code")).isEqualTo("resolved");
        assertThat(mild.at("category").exists()).isFalse();
        assertThat(allergy("DA", AllergyStatus.UNCONFIRMED, "", "")
                        .at("reaction")
                        .exists())
                .isFalse();
        assertThat(allergy("DA", AllergyStatus.UNCONFIRMED, "", "").text("verificationStatus.coding.code"))
                .isEqualTo("unconfirmed");
    }

    private static SheetRow profile(@Nullable LocalDate died, TestResult... measures) {
        var person = new Demographics(
                "架空", "花子", "カクウ", "", LocalDate.of(1950, 1, 2), "female", "730-0011", "架空市1-1", "082-000-0000", died);
        var insurance = new PersonInsurance(
                "i1", Concept.of("国保"), "123456", "架空市", "記号", "番号", "2026-04-01", "", Concept.of("本人"));
        return SheetRow.of(new PersonProfile("p1", AT, "77", person, List.of(measures), List.of(insurance)));
    }

    @Test
    void aPersonHasNamesAddressTelephoneAndInsurance() throws Unreadable {
        var row = profile(null);
        var patient = row.resource("Patient");
        assertThat(patient.all("name.text")).extracting(JsonValue::text).containsExactly("架空 花子", "カクウ");
        assertThat(patient.all("name.extension.valueCode"))
                .extracting(JsonValue::text)
                .containsExactly("IDE", "SYL");
        assertThat(patient.all("name").getLast().at("given").exists()).isFalse();
        assertThat(patient.text("telecom.value")).isEqualTo("082-000-0000");
        assertThat(patient.text("address.text")).isEqualTo("架空市1-1");
        assertThat(patient.text("address.postalCode")).isEqualTo("730-0011");
        assertThat(patient.text("birthDate")).isEqualTo("1950-01-02");
        assertThat(patient.at("deceasedDateTime").exists()).isFalse();
        var coverage = row.resource("Coverage");
        assertThat(coverage.text("subscriberId")).isEqualTo("記号 番号");
        assertThat(coverage.text("period.start")).isEqualTo("2026-04-01");
        assertThat(coverage.text("payor.identifier.value")).isEqualTo("123456");
        assertThat(coverage.text("payor.display")).isEqualTo("架空市");
        assertThat(row.row().title()).isEqualTo("患者基本情報");
    }

    @Test
    void aDeathIsSeenBeforeAnythingElse() throws Unreadable {
        var dead = profile(LocalDate.of(2026, 4, 1));
        assertThat(dead.row().title()).isEqualTo("患者基本情報（死亡 2026-04-01）");
        assertThat(dead.resource("Patient").text("deceasedDateTime")).isEqualTo("2026-04-01");
        assertThat(profile(null, test("死亡", "はい", "F")).row().title()).isEqualTo("患者基本情報（死亡）");
    }

    @Test
    void heightAndWeightAreMeasuresOfTheBody() throws Unreadable {
        var height = TestResult.of(
                "9N001",
                Concept.of("urn:oid:1.2.392.200119.4.504", "9N001000000000001", "身長"),
                "150",
                new Amount("", "cm", "", ""),
                Concept.NONE,
                "",
                "",
                "",
                "F",
                AT,
                List.of());
        var observation = profile(null, height).resource("Observation");
        assertThat(observation.all("category.coding.code"))
                .extracting(JsonValue::text)
                .containsExactly("body-measurement", "height");
        assertThat(observation.text("valueQuantity.value")).isEqualTo("150");
        var other = profile(null, test("利き手", "右", "F")).resource("Observation");
        assertThat(other.all("category.coding.code"))
                .extracting(JsonValue::text)
                .containsExactly("exam");
    }
}

package hmnet.formats.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/// Whatever language it came in, a sheet becomes the same rows.
class RowsTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-02T09:30:00+09:00");
    private static final Demographics HANAKO = new Demographics(
            "広島", "花子", "ヒロシマ", "ハナコ", LocalDate.of(1950, 1, 1), "female", "730-0011", "広島市中区基町", "", null);
    private static final FhirContext R4 = FhirContext.forR4();

    private static List<Part> rows(Entry... entries) {
        return Rows.of(
                sheet(false, entries), (type, key) -> type.toLowerCase(java.util.Locale.ROOT) + "-" + key.hashCode());
    }

    private static Sheet sheet(boolean deletes, Entry... entries) {
        return new Sheet("123", HANAKO, null, "rx/1", "20261102093000", AT, deletes, false, List.of(entries));
    }

    /// Read by HAPI's strict parser: an element that FHIR does not know fails.
    private static List<Resource> resources(Part part) {
        var parser = R4.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        var bundle =
                (org.hl7.fhir.r4.model.Bundle) parser.parseResource(new String(part.bundle(), StandardCharsets.UTF_8));
        var all = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
        assertThat(all).hasSize(part.resources());
        return all;
    }

    private static PrescribedDrug drug(String rp, String name, String yj) {
        return PrescribedDrug.of(
                rp,
                Concept.of(CodingSystems.YJ, yj, name),
                Amount.of("1", "錠"),
                Amount.of("3", "錠"),
                "毎食後",
                "1013044400000000",
                7,
                false,
                LocalDate.of(2026, 11, 2),
                Amount.of("21", "錠"),
                Concept.NONE,
                List.of());
    }

    private static Medicines medicines(Medicines.MedicineAct act, PrescribedDrug... drugs) {
        return Medicines.of(
                "rx-1", AT, act, false, "", "内科", "広島 太郎", "基町診療所", List.of(drugs), List.of("一包化"), false, Set.of());
    }

    private static Results.TestResult result(String key, Concept test, String value) {
        return Results.TestResult.of(
                key, test, value, Amount.of("", "mg/dL"), Concept.NONE, "0.5", "1.1", "H", "F", AT, List.of());
    }

    private static Results results(Results.ResultKind kind, Results.TestResult... results) {
        return Results.of("lab-1", AT, kind, "", Concept.of("血清"), "0042", "内科", List.of(results), AT, false, Set.of());
    }

    @Test
    void whatAPharmacyHandedOverIsADispenseWithItsSupply() {
        var row = rows(medicines(Medicines.MedicineAct.DISPENSED, drug("1", "ロキソプロフェン錠60mg", "1149019F1ZZZ")))
                .getFirst();
        assertThat(row.kind()).isEqualTo(RecordKind.DISPENSING);
        assertThat(row.title()).isEqualTo("調剤 ロキソプロフェン錠60mg");
        var dispense = (MedicationDispense) resources(row).getFirst();
        assertThat(dispense.getQuantity().getValue()).isEqualByComparingTo("21");
        assertThat(dispense.getDaysSupply().getValue()).isEqualByComparingTo("7");
        assertThat(dispense.getAuthorizingPrescriptionFirstRep().getDisplay()).isEqualTo("基町診療所 広島 太郎");
        assertThat(dispense.getNoteFirstRep().getText()).isEqualTo("一包化");
        var item = ((PrescriptionExtract) Extract.read(row.kind(), row.extract()))
                .items()
                .getFirst();
        assertThat(item.days()).isEqualTo(7);
        assertThat(item.code()).isEqualTo("1149019F1ZZZ");
    }

    @Test
    void theSameDrugTwiceInAnOrderIsTwoResources() {
        var row = rows(medicines(
                        Medicines.MedicineAct.ORDERED,
                        drug("1", "A錠", "1"),
                        drug("1", "A錠", "1"),
                        drug("2", "A錠", "1")))
                .getFirst();
        assertThat(resources(row).stream().map(Resource::getId))
                .doesNotHaveDuplicates()
                .hasSize(3);
        var request = (MedicationRequest) resources(row).getFirst();
        assertThat(request.getDosageInstructionFirstRep()
                        .getTiming()
                        .getCode()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("1013044400000000");
    }

    @Test
    void aDrugTakenWhenNeededIsNoSupplyForDays() {
        var needed = PrescribedDrug.of(
                "1",
                Concept.of("頓服錠"),
                Amount.of("1", "錠"),
                Amount.NONE,
                "疼痛時",
                "",
                10,
                true,
                null,
                Amount.of("10", "錠"),
                Concept.NONE,
                List.of());
        var row = rows(medicines(Medicines.MedicineAct.ORDERED, needed)).getFirst();
        assertThat(((PrescriptionExtract) Extract.read(row.kind(), row.extract()))
                        .items()
                        .getFirst()
                        .days())
                .isZero();
        assertThat(((MedicationRequest) resources(row).getFirst())
                        .getDosageInstructionFirstRep()
                        .getAsNeeded()
                        .primitiveValue())
                .isEqualTo("true");
    }

    @Test
    void anHivTestAmongRoutineOnesIsARowOfItsOwn() {
        var rows = rows(results(
                Results.ResultKind.LABORATORY,
                result("1", Concept.of(CodingSystems.JLAC10, "3C015000002327101", "クレアチニン"), "1.9"),
                result("2", Concept.of("", "", "ＨＩＶ抗体"), "(-)"),
                result("3", Concept.of(CodingSystems.JLAC10, "3B010000002327101", "総蛋白"), "7.1")));
        assertThat(rows)
                .extracting(Part::kind)
                .containsExactly(RecordKind.LAB_SAFETY, RecordKind.LABORATORY, RecordKind.LABORATORY);
        assertThat(rows.get(1).labels()).containsExactly(Label.HIV);
        assertThat(rows.get(0).labels()).isEmpty();
        var value = (Observation) resources(rows.getFirst()).stream()
                .filter(Observation.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(value.getValueQuantity().getValue()).isEqualByComparingTo("1.9");
        assertThat(((LabExtract) Extract.read(
                                rows.getFirst().kind(), rows.getFirst().extract()))
                        .items()
                        .getFirst()
                        .high())
                .isEqualTo("1.1");
    }

    @Test
    void aValueThatIsNoCleanNumberStaysText() {
        var row = rows(results(Results.ResultKind.CHECKUP, result("1", Concept.of("HbA1c"), "<5.0")))
                .getFirst();
        assertThat(row.kind()).isEqualTo(RecordKind.CHECKUP);
        assertThat(((Observation) resources(row).getFirst())
                        .getValueStringType()
                        .getValue())
                .isEqualTo("<5.0");
    }

    @Test
    void aDiagnosisKeepsItsCodesAndItsLabels() {
        var disease = new Concept(
                "うつ病の疑い",
                List.of(
                        new Code(CodingSystems.MEDIS_DISEASE, "20062414", "うつ病"),
                        new Code(CodingSystems.ICD10, "F329", "")));
        var row = rows(Problem.of("b-1", AT, disease, "2026-10", "", "", true, true, "精神科", Set.of()))
                .getFirst();
        assertThat(row.kind()).isEqualTo(RecordKind.DIAGNOSIS);
        assertThat(row.labels()).containsExactly(Label.PSYCHIATRY);
        assertThat(row.title()).isEqualTo("うつ病の疑い");
        assertThat(resources(row)).hasSize(1);
    }

    @Test
    void silenceAboutAllergiesIsNoRowAndADenialIsOne() {
        assertThat(rows(new Allergies("a", AT, List.of()))).isEmpty();
        var denied = AllergyExtract.AllergyItem.of("DA", "なし", "", "", "", "", AllergyExtract.AllergyStatus.DENIED);
        var row = rows(new Allergies("a", AT, List.of(denied))).getFirst();
        assertThat(row.title()).isEqualTo("アレルギー 申告なし");
        assertThat(resources(row)).hasSize(1);
    }

    @Test
    void aStayAProcedureAndAPaperAreReadByFhirsOwnParser() {
        var rows = rows(
                Stay.of("s", AT, "moved", "01", "東3", "広島 太郎", AT, null),
                PerformedActs.of(
                        "p",
                        AT,
                        PerformedActs.PerformedKind.PROCEDURE,
                        "",
                        "外科",
                        "広島 太郎",
                        false,
                        List.of(PerformedActs.PerformedAct.of(
                                "1", Concept.of("", "150285010", "胃切除術"), Amount.of("1", "回"), "")),
                        Set.of()),
                PerformedActs.of(
                        "c",
                        AT,
                        PerformedActs.PerformedKind.CARE,
                        "ADL",
                        "",
                        "",
                        true,
                        List.of(PerformedActs.PerformedAct.of("1", Concept.of("食事"), Amount.of("10", "点"), "自立")),
                        Set.of()),
                new Paper(
                        "d",
                        AT,
                        Paper.PaperKind.DOCUMENT,
                        Concept.of("http://loinc.org", "18842-5", "退院時サマリー"),
                        "退院時サマリー",
                        "広島 太郎",
                        "",
                        List.of(),
                        "application/pdf",
                        new byte[] {37, 80, 68, 70},
                        CareStatus.ACTIVE,
                        Set.of()),
                new Paper(
                        "r",
                        AT,
                        Paper.PaperKind.REPORT,
                        Concept.of("胸部X線"),
                        "胸部X線",
                        "",
                        "",
                        List.of(new Paper.PaperSection("所見", "異常なし")),
                        "",
                        new byte[0],
                        CareStatus.ACTIVE,
                        Set.of()));
        assertThat(rows)
                .extracting(Part::kind)
                .containsExactly(
                        RecordKind.ADMISSION,
                        RecordKind.PROCEDURE,
                        RecordKind.CARE,
                        RecordKind.DOCUMENT,
                        RecordKind.REPORT);
        rows.forEach(row -> assertThat(resources(row)).isNotEmpty());
        assertThat(rows.getFirst().title()).isEqualTo("転科・転棟");
        assertThat(((ProcedureExtract)
                                Extract.read(rows.get(2).kind(), rows.get(2).extract()))
                        .items()
                        .getFirst()
                        .said())
                .isEqualTo("自立");
        assertThat(((DocumentExtract)
                                Extract.read(rows.get(3).kind(), rows.get(3).extract()))
                        .size())
                .isEqualTo(4);
        var document = (DocumentReference) resources(rows.get(3)).getFirst();
        assertThat(document.getContentFirstRep().getAttachment().getData()).isEqualTo(new byte[] {37, 80, 68, 70});
    }

    @Test
    void whatCameAsFhirKeepsItsDigitsAndGetsOurIdsAndReferences() {
        var observation = """
                {"resourceType":"Observation","id":"o1","status":"final","code":{"text":"x"},
                 "subject":{"reference":"urn:uuid:p"},"specimen":{"reference":"Specimen/elsewhere"},
                 "valueQuantity":{"value":1.50}}""";
        var patient = """
                {"resourceType":"Patient"}""";
        var row = rows(new KeptFhir(
                        "k",
                        AT,
                        RecordKind.LABORATORY,
                        "検査",
                        "",
                        List.of(),
                        new LabExtract(List.of()),
                        List.of(
                                new KeptFhir.KeptResource(
                                        "urn:uuid:o",
                                        "Observation",
                                        "o1",
                                        observation.getBytes(StandardCharsets.UTF_8)),
                                new KeptFhir.KeptResource(
                                        "urn:uuid:p", "Patient", "", patient.getBytes(StandardCharsets.UTF_8))),
                        Set.of(Label.HIV)))
                .getFirst();
        assertThat(row.labels()).containsExactly(Label.HIV);
        var read = (Observation) resources(row).getFirst();
        assertThat(read.getValueQuantity().getValue()).hasToString("1.50");
        assertThat(read.getSubject().getReference())
                .as("the patient of the row, who is no part of it")
                .isEqualTo("Patient/patient-" + "".hashCode());
        assertThat(resources(row)).hasSize(1);
        assertThat(read.getSpecimen().getReference()).isEqualTo("Specimen/elsewhere");
        assertThat(read.getIdElement().getIdPart()).isNotEqualTo("o1");
    }

    @Test
    void whatIsTakenAwayHasNoRows() {
        assertThat(Rows.of(sheet(true), (type, key) -> "x")).isEmpty();
    }

    /// A local code says nothing, a letter has none at all: what is sensitive is found by its words.
    @Test
    void whatNoCodeSaysIsLabelledByItsWords() {
        var letter = new Paper(
                "p",
                AT,
                Paper.PaperKind.DOCUMENT,
                Concept.NONE,
                "診療情報提供書",
                "",
                "内科",
                List.of(new Paper.PaperSection("既往歴", "HIV 感染症のため通院中")),
                "",
                new byte[0],
                CareStatus.ACTIVE,
                Set.of());
        var plain = new Paper(
                "q",
                AT,
                Paper.PaperKind.DOCUMENT,
                Concept.NONE,
                "診療情報提供書",
                "",
                "内科",
                List.of(new Paper.PaperSection("既往歴", "虫垂炎")),
                "",
                new byte[0],
                CareStatus.ACTIVE,
                Set.of());
        var act = PerformedActs.PerformedAct.of("a", Concept.of("遺伝学的検査"), Amount.NONE, "");
        var performed = PerformedActs.of(
                "r", AT, PerformedActs.PerformedKind.PROCEDURE, "検査", "内科", "", false, List.of(act), Set.of());
        assertThat(rows(letter).getFirst().labels()).contains(Label.HIV);
        assertThat(rows(plain).getFirst().labels()).isEmpty();
        assertThat(rows(performed).getFirst().labels()).contains(Label.GENETIC);
    }
}

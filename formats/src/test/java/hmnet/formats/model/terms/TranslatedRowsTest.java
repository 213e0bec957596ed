package hmnet.formats.model.terms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.CheckReport.CodeCount;
import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.FileAgreements;
import hmnet.formats.check.Readers;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.StandardTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file's codes with what the tables say of them: beside what was sent, before labels and kinds are found.
class TranslatedRowsTest {
    private static final String RECEIPT = """
            IR,2,34,1,9999999,,見本クリニック,202605,00,000-000-0000
            RE,1,1112,202604,見本　花子,2,3300101,70,,,,,,0000123,,,,,,,,,,,,,,,,,,,,,,,ミホン　ハナコ,
            HO,  999999,見本,１,1,1000,,,,,,,,,
            SY,8899901,20240401,1,,,01,
            SY,8899909,20240401,1,,,01,
            GO,1,1000,99
            """;

    private static final String RESULTS = String.join(
            "\r",
            "MSH|^~\\&|LAB|HOSP|||20260401102030||OUL^R22^OUL_R22|1|P|2.5||||||~ISO IR87||ISO 2022-1994",
            "PID|||0001234567||MIHON^HANAKO^^^^^L^A||19500228|F",
            "SPM|1|S1||023^serum^JC10|||||||||||||20260401083000",
            "OBR|1|123||E1^panel^99X|||20260401083000",
            "ORC|SC|123",
            "OBX|1|NM|K-1^AST^99LAB||31|U/L^U/L^ISO+|||||F",
            "OBX|2|ST|H-1^special^99LAB||(-)||||||F",
            "OBX|3|NM|Z-9^other^99LAB||1|U/L^U/L^ISO+|||||F",
            "");

    @TempDir
    private Path folder;

    private Terms terms = Terms.NONE;

    @BeforeEach
    void load() throws IOException {
        terms = TermsFolder.read(TermsFolderSample.write(folder)).terms();
    }

    private static byte[] receipt() {
        return RECEIPT.replace("\n", "\r\n").getBytes(TermsFolderSample.MS932);
    }

    private static List<Part> rows(String name, byte[] bytes, Equivalents tables) throws Unreadable {
        return Readers.read(name, bytes).rows((type, key) -> type + "-" + key.hashCode(), tables);
    }

    private List<Part> results(String name) throws Unreadable {
        return rows(name, RESULTS.getBytes(StandardCharsets.US_ASCII), terms);
    }

    private static String bundle(Part row) {
        return new String(row.bundle(), StandardCharsets.UTF_8);
    }

    @Test
    void aReceiptsDiseaseGetsTheLabelOfItsIcd10AndItsName() throws Unreadable {
        var sent = rows("a.UKE", receipt(), Terms.NONE).getFirst();
        assertThat(sent.labels()).isEmpty();
        assertThat(sent.title()).isEqualTo("8899901");
        var row = rows("a.UKE", receipt(), terms).getFirst();
        assertThat(row.labels()).containsExactly(Label.PSYCHIATRY);
        assertThat(row.title()).isEqualTo("見本病");
        assertThat(Extract.read(row.kind(), row.extract()))
                .isInstanceOfSatisfying(
                        DiagnosisExtract.class,
                        extract -> assertThat(extract.icd10()).isEqualTo("F999"));
        assertThat(row.codes().getFirst())
                .as("first what was sent, untouched")
                .isEqualTo(new Code(CodingSystems.RECEIPT_DISEASE, "8899901", ""));
        assertThat(row.codes())
                .extracting(Code::code)
                .contains("F999", "20999001")
                .doesNotHaveDuplicates();
        assertThat(bundle(row))
                .contains("\"code\":\"8899901\",\"userSelected\":true}")
                .contains("\"version\":\"byomei V9.99\",\"code\":\"F999\"}");
    }

    @Test
    void whatNoTableKnowsIsWrittenAsItAlwaysWas() throws Unreadable {
        var without = rows("a.UKE", receipt(), Terms.NONE);
        var with = rows("a.UKE", receipt(), terms);
        assertThat(with.getLast().bundle()).isEqualTo(without.getLast().bundle());
        assertThat(with.getLast().extract()).isEqualTo(without.getLast().extract());
        assertThat(with.getLast().codes()).isEqualTo(without.getLast().codes());
        assertThat(bundle(without.getFirst())).doesNotContain("userSelected", "version");
    }

    @Test
    void aLocalTestIsFiledByWhatItIsInAMessageAsInAStorage() throws Unreadable {
        for (var name : List.of(
                "results.hl7",
                "000/123/0001234567/20260401/OML-11/0001234567_20260401_OML-11_000000000000123_20260401102030456_01_1")) {
            var rows = results(name);
            assertThat(rows).as(name).hasSize(3);
            assertThat(rows)
                    .filteredOn(row -> row.kind() == RecordKind.LAB_SAFETY)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.codes().getFirst().code()).isEqualTo("K-1");
                        assertThat(row.codes())
                                .contains(new Code(CodingSystems.JLAC10, "3B035000002327101", "見本ＡＳＴ", "pairs 1"));
                        assertThat(bundle(row))
                                .contains("\"code\":\"K-1\",\"display\":\"AST\",\"userSelected\":true}")
                                .contains("\"version\":\"pairs 1\",\"code\":\"3B035000002327101\"");
                    });
            assertThat(rows)
                    .filteredOn(row -> row.labels().contains(Label.HIV))
                    .singleElement()
                    .satisfies(row -> assertThat(row.codes().getFirst().code()).isEqualTo("H-1"));
        }
    }

    private static byte[] fhir(String resources) {
        return """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:x","value":"123"}]}},
                 %s]}""".formatted(resources).getBytes(StandardCharsets.UTF_8);
    }

    private static final String CONDITION = """
            {"resource":{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"onsetDateTime":"2024-02",
             "code":{"coding":[{"system":"http://medis.or.jp/CodeSystem/master-disease-keyNumber","code":"20999001","display":"見本病"}],"text":"見本病"}}}""";

    private static final String REQUEST = """
            {"resource":{"resourceType":"MedicationRequest","id":"m1","status":"completed","intent":"order",
             "subject":{"reference":"Patient/p1"},"authoredOn":"2026-04-01",
             "identifier":[{"system":"urn:oid:1.2.392.100495.20.3.81","value":"1"}],
             "medicationReference":{"reference":"#d"},"contained":[{"resourceType":"Medication","id":"d",
             "code":{"coding":[{"system":"http://medis.or.jp/CodeSystem/master-HOT9","code":"999000101","display":"見本錠"}]}}],
             "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1.50,"unit":"錠"}}]}]}}""";

    @Test
    void whatCameAsFhirGetsCodingsBehindItsOwnAndLosesNone() throws Unreadable {
        var rows = rows("a.json", fhir(CONDITION), terms);
        var own =
                "{\"system\":\"http://medis.or.jp/CodeSystem/master-disease-keyNumber\",\"code\":\"20999001\",\"display\":\"見本病\"},";
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(bundle(row))
                    .contains("\"coding\":[" + own)
                    .contains("\"version\":\"byomei V9.99\",\"code\":\"F999\",\"userSelected\":false}")
                    .contains("\"text\":\"見本病\"");
            assertThat(row.labels()).containsExactly(Label.PSYCHIATRY);
            assertThat(Extract.read(row.kind(), row.extract()))
                    .isInstanceOfSatisfying(
                            DiagnosisExtract.class,
                            extract -> assertThat(extract.icd10()).isEqualTo("F999"));
        });
    }

    @Test
    void aLocalResultThatCameAsFhirSaysWhatItIsByWhomAsAMessageDoes() throws Unreadable {
        var observation = """
                {"resource":{"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"Patient/p1"},
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
                 "effectiveDateTime":"2026-04-01T08:30:00+09:00","valueQuantity":{"value":31,"unit":"U/L"},
                 "code":{"coding":[{"system":"%s","code":"K-1","display":"AST"}]}}}""".formatted(CodingSystems.uri("99LAB"));
        assertThat(rows("a.json", fhir(observation), terms))
                .singleElement()
                .satisfies(row -> assertThat(Extract.read(row.kind(), row.extract()))
                        .isInstanceOfSatisfying(LabExtract.class, extract -> {
                            var item = extract.items().getFirst();
                            assertThat(List.of(item.code(), item.jlac10(), item.table()))
                                    .containsExactly("K-1", "3B035000002327101", "pairs 1");
                        }));
    }

    @Test
    void aMedicineWithinAnOrderOfFhirGetsItsCodingsAndItsAmountKeepsItsDigits() throws Unreadable {
        assertThat(rows("a.json", fhir(REQUEST), terms))
                .singleElement()
                .satisfies(row -> assertThat(bundle(row))
                        .contains("\"code\":\"999000101\",\"display\":\"見本錠\"},{")
                        .contains("\"code\":\"9990001F1011\"")
                        .contains("\"value\":1.50"));
    }

    @Test
    void whatCameAsFhirIsByteForByteItsOwnWithoutATableThatKnowsIt() throws Unreadable {
        var unknown = fhir(CONDITION.replace("20999001", "20000000") + "," + REQUEST.replace("999000101", "100000001"));
        var without = rows("a.json", unknown, Equivalents.NONE);
        for (var tables : List.of(Terms.NONE, terms)) {
            assertThat(rows("a.json", unknown, tables))
                    .usingRecursiveComparison()
                    .isEqualTo(without);
        }
        var known = fhir(CONDITION);
        assertThat(rows("a.json", known, Terms.NONE))
                .usingRecursiveComparison()
                .isEqualTo(rows("a.json", known, Equivalents.NONE));
    }

    @Test
    void aLocalResultKeepsItsCodeAndSaysWhatItIsByWhom() throws Unreadable {
        for (var row : results("results.hl7")) {
            assertThat(Extract.read(row.kind(), row.extract())).isInstanceOfSatisfying(LabExtract.class, extract -> {
                var item = extract.items().getFirst();
                switch (item.code()) {
                    case "K-1" ->
                        assertThat(List.of(item.jlac10(), item.table()))
                                .containsExactly("3B035000002327101", "pairs 1");
                    case "Z-9" -> assertThat(item.jlac10()).isEmpty();
                    default -> assertThat(item.code()).isEqualTo("H-1");
                }
            });
        }
    }

    @Test
    void whatTheSenderItselfSaysBesideItsCodeIsKeptAndTwoMeaningsAreNone() {
        var own = new LabExtract.AnalyteItem(
                "K-1",
                "urn:x",
                "AST",
                "31",
                "U/L",
                "",
                "",
                "",
                "F",
                "",
                OffsetDateTime.parse("2026-04-01T08:30:00+09:00"));
        var ast = new Code(CodingSystems.JLAC10, "3B035000002327101", "");
        assertThat(StandardTest.of(own, List.of(ast, new Code(ast.system(), ast.code(), "見本ＡＳＴ", "pairs 1"))))
                .as("sent, and only named by a table")
                .isEqualTo(own.meaning(ast.code(), ""));
        assertThat(StandardTest.of(own, List.of(ast, new Code(ast.system(), "3B045000002327101", ""))))
                .isEqualTo(own);
        assertThat(Extract.read(RecordKind.LABORATORY, new LabExtract(List.of(own)).write()))
                .isEqualTo(new LabExtract(List.of(own)));
    }

    @Test
    void whatIsMappedIsCountedByHow() throws Unreadable {
        var things = results("results.hl7").stream()
                .flatMap(row -> row.coded().stream())
                .toList();
        assertThat(things)
                .extracting(thing -> thing.sent().code(), CodingLevel::standing)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("K-1", CodingLevel.CodingSource.TRANSLATED),
                        org.assertj.core.groups.Tuple.tuple("H-1", CodingLevel.CodingSource.TRANSLATED),
                        org.assertj.core.groups.Tuple.tuple("Z-9", CodingLevel.CodingSource.UNMAPPED));
        var checkedFile =
                CheckedFile.of("a", "a.hl7", RESULTS.getBytes(StandardCharsets.US_ASCII), FileAgreements.tables(terms));
        assertThat(checkedFile.codes()).containsEntry("jlac10", new CodeCount(3, 2));
        assertThat(checkedFile.unmapped()).containsOnlyKeys(new Code(CodingSystems.uri("99LAB"), "Z-9", "other"));
        assertThat(CheckedFile.of("a", "a.hl7", RESULTS.getBytes(StandardCharsets.US_ASCII))
                        .codes())
                .containsEntry("jlac10", new CodeCount(3, 0));
    }
}

package hmnet.formats.fhirfile;

import static hmnet.formats.fhirfile.Letters.bytes;
import static hmnet.formats.fhirfile.Letters.whole;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.Cost;
import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// FHIR of a facility: who it is about, which rows it becomes, what is refused and what is put right.
class FhirFileTest {
    private static Sheet sheet(String json) throws Unreadable {
        return FhirFile.read(bytes(json)).sheets().getFirst();
    }

    private static String refusal(String json) {
        try {
            FhirFile.read(bytes(json));
            return "";
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    private static List<KeptFhir> kept(Sheet sheet) {
        return sheet.entries().stream().map(KeptFhir.class::cast).toList();
    }

    @Test
    void aBundleOfDiagnosesBecomesTheirRows() throws Unreadable {
        var sheet = sheet(Letters.BUNDLE);
        assertThat(sheet.patient()).isEqualTo("0000000123");
        assertThat(sheet.person().familyKana()).isEqualTo("カクウ");
        assertThat(sheet.insured()).isEqualTo(new InsuredNumber("01349999", "検", "777", "01"));
        assertThat(sheet.source()).isEqualTo("fhir:3419999999^2026^A-1");
        assertThat(kept(sheet)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(RecordKind.DIAGNOSIS);
            assertThat(row.title()).isEqualTo("高血圧症");
            assertThat(row.codes()).anyMatch(code -> code.system().equals("http://hl7.org/fhir/sid/icd-10"));
        });
    }

    @Test
    void aPatientIsCalledByTodaysNameInWhateverScript() throws Unreadable {
        var names = """
                "name":[{"use":"old","family":"旧姓","given":["花子"]},\
                {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation","valueCode":"ABC"}],\
                "family":"SMITH","given":["ANNA","MARIA"]}]""";
        var latin =
                sheet("{\"resourceType\":\"Patient\",\"id\":\"p1\",\"identifier\":[{\"value\":\"1\"}]," + names + "}");
        assertThat(latin.person().familyName() + " " + latin.person().givenName())
                .isEqualTo("SMITH ANNA MARIA");
    }

    @Test
    void aRowNamesItsPatientAndNeverAnInsuredNumber() throws Unreadable {
        var parts = Rows.of(sheet(Letters.BUNDLE), (type, key) -> key.isEmpty() ? "ours" : "row");
        var text = new String(parts.getFirst().bundle(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("\"reference\":\"Patient/ours\"")
                .doesNotContain("01349999", "\"resourceType\":\"Patient\"");
    }

    @Test
    void aLetterIsOneDocumentAndItsDiagnosesAreRowsToo() throws Unreadable {
        var rows = kept(sheet(Letters.LETTER));
        assertThat(rows).extracting(KeptFhir::kind).containsExactly(RecordKind.DOCUMENT, RecordKind.DIAGNOSIS);
        var document = (DocumentExtract) rows.getFirst().extract();
        assertThat(document.items()).containsExactly(new DocumentExtract.SectionItem("傷病名", "高血圧症\n経過\n良好"));
    }

    @Test
    void aBundleWithoutItsDateBearsThatOfItsComposition() throws Unreadable {
        var stamp = "\"timestamp\":\"2026-04-01T10:00:00+09:00\",";
        var letter = FhirFile.read(bytes(Letters.LETTER.replace(stamp, "")));
        assertThat(letter.notes())
                .extracting(note -> note.severity() + " " + note.code() + " " + note.text())
                .contains("REPAIR time-missing Composition.date stands for it: 2026-04-01T09:00:00+09:00");
        var updated = "\"meta\":{\"lastUpdated\":\"2026-04-01T10:00:00+09:00\"},\"type\"";
        var bare = Letters.LETTER.replace(stamp, "").replace(updated, "\"type\"");
        assertThat(sheet(bare).version()).isEqualTo("20260401090000000");
        assertThat(refusal(bare.replace("\"date\":\"2026-04-01T09:00:00+09:00\",", "")))
                .isEqualTo("date");
        assertThat(FhirFile.read(bytes(Letters.BUNDLE.replace(stamp, ""))).notes())
                .extracting(note -> note.code() + " " + note.text())
                .contains("time-missing meta.lastUpdated stands for it: 2026-04-01T10:00:00+09:00");
    }

    @Test
    void aBundleThatSaysNoDateOfItsOwnBearsTheNewestInIt() throws Unreadable {
        var bundle = FhirFile.read(bytes("""
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p"}},
                 {"resource":{"resourceType":"Condition","id":"a","subject":{"reference":"Patient/p"},"code":{"text":"x"},"recordedDate":"2026-04-01"}},
                 {"resource":{"resourceType":"Condition","id":"b","subject":{"reference":"Patient/p"},"code":{"text":"y"},"recordedDate":"2026-05-01"}}]}"""));
        assertThat(bundle.sheets().getFirst().version()).isEqualTo("20260501000000000");
        assertThat(bundle.notes())
                .extracting(note -> note.code() + " " + note.text())
                .contains("time-missing the newest date stands for it: 2026-05-01T00:00:00+09:00");
    }

    @Test
    void whatThePatientWasNotToldIsLabelledInEveryRow() throws Unreadable {
        var letter = Letters.LETTER.replace("CONDITION", Letters.tagged("UNINFORMED"));
        assertThat(kept(sheet(letter)))
                .allSatisfy(row -> assertThat(row.labels()).contains(Label.UNINFORMED));
        var one = sheet(Letters.tagged("UNDELIVERED"));
        assertThat(kept(one).getFirst().labels()).containsExactly(Label.UNDELIVERED);
    }

    @Test
    void whatWasEnteredByMistakeTakesItsRowsAway() throws Unreadable {
        var taken = sheet(Letters.CONDITION.replace("\"confirmed\"", "\"entered-in-error\""));
        assertThat(taken.deletes()).isTrue();
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.source()).isEqualTo(sheet(Letters.CONDITION).source());
    }

    @Test
    void resourcesALineEachAreReadLikeOneFile() throws Unreadable {
        var line = whole(Letters.CONDITION).replace("\n", "");
        var file = FhirFile.read(
                (whole(Letters.PATIENT).replace("\n", "") + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(file.kind()).isEqualTo("NDJSON");
        assertThat(kept(file.sheets().getFirst())).hasSize(1);
        assertThat(FhirFile.read(file.bytes()).values()).isEqualTo(file.values());
    }

    @Test
    void theConstraintsOfTheProfilesAreHeld() {
        assertThat(refusal(Letters.BUNDLE.replace("3419999999^2026^A-1", "3419999999/1")))
                .isEqualTo("identifier");
        assertThat(refusal(Letters.BUNDLE.replace("\"code\":\"Condition\"", "\"code\":\"Observation\"")))
                .isEqualTo("resource-missing");
        assertThat(refusal(whole(Letters.BUNDLE).replace("\"onsetDateTime\":\"2024-02\"", "\"recordedDate\":\"2024\"")))
                .isEqualTo("onset-missing");
        assertThat(refusal(whole(Letters.BUNDLE).replace("JP_eCS_Department", "JP_Other")))
                .isEqualTo("department-missing");
        assertThat(refusal(whole(Letters.BUNDLE).replace("01349999:検:777:01\"}],", "1:検:777\"}],")))
                .isEqualTo("insured-number");
        assertThat(refusal(Letters.LETTER.replace("\"type\":\"document\"", "\"type\":\"dokument\"")))
                .isEqualTo("bundle-type");
        assertThat(refusal(Letters.LETTER.replace("\"Composition\"", "\"Basic\"")))
                .isEqualTo("composition-missing");
        assertThat(refusal(whole(Letters.CONDITION).replace("master-disease-keyNumber", "other")))
                .isEqualTo("disease-code");
    }

    @Test
    void outsideTheSharingServiceAResourceMaySayLess() throws Unreadable {
        var local = whole(Letters.CONDITION)
                .replace("JP_eCS_InstitutionNumber", "Local")
                .replace("master-disease-keyNumber", "other");
        var file = FhirFile.read(local.getBytes(StandardCharsets.UTF_8));
        assertThat(file.notes()).extracting(Note::code).contains("disease-code");
        assertThat(kept(file.sheets().getFirst())).hasSize(1);
    }

    @Test
    void twoPatientsInADocumentAreRefused() {
        var other = Letters.PATIENT.replace("0000000123", "0000000124").replace("\"p1\"", "\"p2\"");
        var entry = ",{\"fullUrl\":\"urn:uuid:0a48a4bf-0d87-4efb-aafd-d45e0842a409\",\"resource\":" + other + "}]}";
        var letter = whole(Letters.LETTER);
        assertThat(refusal(letter.substring(0, letter.length() - 2) + entry)).isEqualTo("patients-differ");
    }

    @Test
    void whatNamesAnotherPersonThanTheFileHasIsRefused() {
        var other = whole(Letters.BUNDLE)
                .replace(
                        "\"subject\":{\"identifier\":{\"system\":\"http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID\",\"value\":\"01349999:検:777:01\"}}",
                        "\"subject\":{\"reference\":\"Patient/p9\"}");
        assertThat(refusal(other)).isEqualTo("patients-differ");
    }

    @Test
    void aNumberInFullWidthNamesTheSamePerson() throws Unreadable {
        var full =
                whole(Letters.BUNDLE).replace("\"value\":\"01349999:検:777:01\"}}", "\"value\":\"01349999:検:７７７:01\"}}");
        assertThat(kept(sheet(full))).hasSize(1);
    }

    @Test
    void patientsOfACollectionEachHaveTheirOwnRowsAndInsurance() throws Unreadable {
        var file = FhirFile.read(bytes("""
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Patient","id":"a","identifier":[{"system":"urn:oid:1.2.392.100495.20.3.51.13419999999","value":"11"}]}},
                 {"resource":{"resourceType":"Patient","id":"b","identifier":[{"system":"urn:oid:1.2.392.100495.20.3.51.13419999999","value":"22"}]}},
                 {"resource":{"resourceType":"Coverage","status":"active","beneficiary":{"reference":"Patient/b"},"extension":[{"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonNumber","valueString":"9"}]}},
                 {"resource":{"resourceType":"Condition","subject":{"reference":"Patient/b"},"code":{"text":"一"}}},
                 {"resource":{"resourceType":"Condition","subject":{"reference":"Patient/b"},"code":{"text":"二"}}},
                 {"resource":{"resourceType":"Condition","subject":{"reference":"Patient/a"},"code":{"text":"三"}}}]}"""));
        assertThat(file.sheets()).extracting(Sheet::patient).containsExactly("11", "22");
        assertThat(file.sheets().getFirst().insured()).isNull();
        assertThat(file.sheets().get(1).insured()).isNotNull();
        assertThat(kept(file.sheets().get(1))).extracting(KeptFhir::title).containsExactly("一", "二");
        assertThat(file.sheets().get(1).source())
                .isNotEqualTo(file.sheets().getFirst().source());
    }

    @Test
    void manyResourcesCostNoMoreThanTheirNumber() throws Unreadable {
        var many = chained(6_000);
        var quarter = chained(1_500);
        assertThat(kept(FhirFile.read(many).sheets().getFirst())).hasSize(3_000);
        assertThat(Cost.ratio(() -> FhirFile.read(many), () -> FhirFile.read(quarter)))
                .as("four times as many: 16 if each looked at all others")
                .isLessThan(8);
    }

    /// Conditions and organizations in turns, each condition asserted by the organization behind it.
    private static byte[] chained(int resources) {
        var many = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[");
        for (int i = 0; i < resources; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"resource\":{\"resourceType\":\"")
                    .append(i % 2 == 0 ? "Condition" : "Organization")
                    .append("\",\"id\":\"r")
                    .append(i)
                    .append("\",\"subject\":{\"reference\":\"Patient/a\"},\"asserter\":{\"reference\":\"Organization/r")
                    .append(i + 1)
                    .append("\"},\"code\":{\"text\":\"x\"}}}");
        }
        return bytes(many.append("]}").toString());
    }

    @Test
    void whatAFacilityOnlySawThroughANationalServiceIsRefused() {
        var seen = whole(Letters.CONDITION)
                .replace(
                        "JP_Condition_eCS|1\"]",
                        "JP_Condition_eCS|1\"],\"tag\":[{\"system\":\"urn:hmnet:source\",\"code\":\"ehr-sharing\"}]");
        assertThat(refusal(seen)).isEqualTo("national-service");
    }

    @Test
    void whatHeldOnlyEmptyTextsIsLeftOutWithThem() throws Unreadable {
        var empty = whole(Letters.CONDITION)
                .replace("\"onsetDateTime\"", "\"asserter\":{\"display\":\"\"},\"onsetDateTime\"");
        var file = FhirFile.read(empty.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(
                        kept(file.sheets().getFirst())
                                .getFirst()
                                .resources()
                                .getFirst()
                                .json(),
                        StandardCharsets.UTF_8))
                .contains("onsetDateTime")
                .doesNotContain("asserter");
    }

    @Test
    void slipsArePutRightAndTold() throws Unreadable {
        var slips = whole(Letters.CONDITION)
                .replace(
                        "\"onsetDateTime\"",
                        "\"note\":{\"text\":\"一つ\"},\"language\":\"\",\"text\":{\"status\":\"additional\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">文<script>x</script></div>\"},\"onsetDateTime\"");
        var file = FhirFile.read(("\uFEFF" + slips).getBytes(StandardCharsets.UTF_8));
        assertThat(file.notes()).extracting(Note::code).contains("list-expected", "empty-value", "narrative-unsafe");
        assertThat(new String(
                        kept(file.sheets().getFirst())
                                .getFirst()
                                .resources()
                                .getFirst()
                                .json(),
                        StandardCharsets.UTF_8))
                .contains("\"note\":[{")
                .doesNotContain("<script");
    }

    @Test
    void hostileJsonIsRefusedWithAReason() {
        assertThat(refusal("{\"resourceType\":\"Patient\",\"a\":" + "[".repeat(20_000) + "}"))
                .isEqualTo("not-well-formed");
        assertThat(refusal("{\"resourceType\":\"Patient\",\"id\":\"a\",\"id\":\"b\"}"))
                .isEqualTo("not-well-formed");
        assertThat(refusal("{\"resourceType\":\"Observation\",\"n\":1e1000000000}"))
                .isEqualTo("number");
        assertThat(refusal("{\"resourceType\":\"Patient\",\"id\":\"\\ud800\"}")).isEqualTo("charset");
        assertThat(refusal("{\"resourceType\":\"Patient\",\"n\":" + "9".repeat(5000) + "}"))
                .isEqualTo("not-well-formed");
        assertThat(refusal("{\"resourceType\":\"patient\"}")).isEqualTo("not-fhir");
        assertThat(refusal(whole(Letters.LETTER).substring(0, 900))).isEqualTo("not-well-formed");
    }
}

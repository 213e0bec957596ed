package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.outline.BundleOutline;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A transaction is nothing in itself: each of its entries has a life of its own at the sender.
class RequestedEntriesTest {
    private static final String PATIENT = """
            {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","request":{"method":"POST","url":"Patient"},
             "resource":{"resourceType":"Patient","identifier":[
              {"system":"urn:oid:1.2.392.100495.20.3.51.13419999999","value":"11"}]}}""";

    private static String condition(String request, String rest) {
        return """
                {"request":%s,"resource":{"resourceType":"Condition",%s"code":{"text":"見本"},
                 "subject":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000001"}}}""".formatted(request, rest);
    }

    private static String put(String id, String rest) {
        return condition("{\"method\":\"PUT\",\"url\":\"Condition/" + id + "\"}", "\"id\":\"" + id + "\"," + rest);
    }

    private static byte[] bundle(String type, String... entries) {
        return ("{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + PATIENT + ","
                        + String.join(",", entries) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String about(String id, String subject, String more) {
        return "{\"resourceType\":\"Condition\",\"id\":\"%s\",\"code\":{\"text\":\"見本\"},\"subject\":%s%s}"
                .formatted(id, subject, more);
    }

    private static String within(String number, String name) {
        return ",\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\",\"identifier\":[{\"value\":\"%s\"}],"
                        .formatted(number)
                + "\"name\":[{\"text\":\"%s\"}]}]".formatted(name);
    }

    private static List<Sheet> lines(String... resources) throws Unreadable {
        return FhirFile.read(String.join("\n", resources).getBytes(StandardCharsets.UTF_8))
                .sheets();
    }

    /// Its id means nothing outside its resource.
    @Test
    void thePatientWithinAResourceIsOfThatResourceAlone() throws Unreadable {
        var subject = "{\"reference\":\"#p\"}";
        var sheets = lines(about("a", subject, within("11", "架空　花子")), about("b", subject, within("12", "見本　さくら")));
        assertThat(sheets).extracting(Sheet::patient).containsExactly("11", "12");
        assertThat(sheets).extracting(sheet -> sheet.person().familyName()).containsExactly("架空", "見本");
    }

    @Test
    void theNameBesideAReferenceTellsWhomItIsAbout() throws Unreadable {
        var named = "{\"identifier\":{\"value\":\"11\"},\"display\":\"%s\"}";
        var sheet = lines(about("a", named.formatted("見本　さくら 様"), "")).getFirst();
        assertThat(sheet.person().familyName() + "/" + sheet.person().givenName())
                .isEqualTo("見本/さくら");
        assertThat(lines(about("a", named.formatted("Patient 11"), ""))
                        .getFirst()
                        .person()
                        .familyName())
                .as("no name")
                .isEmpty();
        assertThatThrownBy(() ->
                        lines(about("a", named.formatted("見本　さくら"), ""), about("b", named.formatted("架空　花子"), "")))
                .isInstanceOfSatisfying(
                        Unreadable.class, bad -> assertThat(bad.note().code()).isEqualTo("patients-differ"));
    }

    @Test
    void twoTransactionsOfOnePatientNeverTakeEachOthersPlace() throws Unreadable {
        var first = FhirFile.read(bundle("transaction", put("c1", "")));
        var second = FhirFile.read(bundle("transaction", put("c2", ""), put("c3", "")));
        assertThat(first.sheets()).extracting(Sheet::source).containsExactly("fhir:Condition/c1");
        assertThat(second.sheets()).extracting(Sheet::source).containsExactly("fhir:Condition/c2", "fhir:Condition/c3");
        assertThat(second.sheets()).extracting(Sheet::patient).containsOnly("11");
    }

    @Test
    void aCreatedResourceIsKnownByItsIdentifierElseByWhatItSays() throws Unreadable {
        var post = "{\"method\":\"POST\",\"url\":\"Condition\"}";
        var sheets = FhirFile.read(bundle(
                        "batch",
                        condition(post, "\"identifier\":[{\"system\":\"urn:x\",\"value\":\"7\"}],"),
                        condition(post, "\"recordedDate\":\"2026-11-20\","),
                        condition(post, "\"recordedDate\":\"2026-11-21\",")))
                .sheets();
        assertThat(sheets.getFirst().source()).isEqualTo("fhir:Condition/urn:x|7");
        assertThat(sheets).extracting(Sheet::source).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void itsVersionIsWhenItWasChangedAndWithoutThatWhenItComes() throws Unreadable {
        var sheets = FhirFile.read(bundle(
                        "transaction",
                        put("c1", "\"meta\":{\"lastUpdated\":\"2026-11-21T10:00:00+09:00\"},"),
                        put("c2", "\"recordedDate\":\"2026-11-20\",")))
                .sheets();
        assertThat(sheets.getFirst().version()).startsWith("20261121");
        assertThat(sheets.get(1).version()).isEmpty();
    }

    @Test
    void aMistakeTakesBackItsOwnResourceAlone() throws Unreadable {
        var mistake = "\"verificationStatus\":{\"coding\":[{\"code\":\"entered-in-error\"}]},";
        var sheets = FhirFile.read(bundle("transaction", put("c1", mistake), put("c2", "")))
                .sheets();
        assertThat(sheets).extracting(Sheet::deletes).containsExactly(true, false);
    }

    private static List<String> sources(String text) throws Unreadable {
        return FhirFile.read(text.getBytes(StandardCharsets.UTF_8)).sheets().stream()
                .map(Sheet::source)
                .toList();
    }

    @Test
    void twoNamelessCollectionsOfOnePatientNeverTakeEachOthersPlace() throws Unreadable {
        var first = FhirFile.read(bundle("collection", put("c1", "")));
        var second = FhirFile.read(bundle("collection", put("c2", ""), put("c3", "")));
        assertThat(first.sheets()).extracting(Sheet::source).containsExactly("fhir:Condition/c1");
        assertThat(second.sheets()).singleElement().satisfies(sheet -> {
            assertThat(sheet.source()).startsWith("fhir:of-");
            assertThat(sheet.patient()).isEqualTo("11");
        });
        assertThat(FhirFile.read(bundle("collection", put("c3", "\"recordedDate\":\"2026-11-20\","), put("c2", "")))
                        .sheets())
                .as("of the same resources it is another version of itself")
                .extracting(Sheet::source)
                .containsExactly(second.sheets().getFirst().source());
    }

    /// Or a result of a cancelled report would stand as if it held.
    @Test
    void resultsStayWithTheReportThatNamesThem() throws Unreadable {
        var of = "\"subject\":{\"reference\":\"urn:uuid:00000000-0000-4000-8000-000000000001\"}";
        var report =
                "{\"fullUrl\":\"urn:uuid:r\",\"request\":{\"method\":\"PUT\",\"url\":\"DiagnosticReport/r1\"},\"resource\":"
                        + "{\"resourceType\":\"DiagnosticReport\",\"id\":\"r1\",\"status\":\"cancelled\",\"code\":{\"text\":\"見本\"},"
                        + "\"category\":[{\"coding\":[{\"code\":\"LAB\"}]}],\"result\":[{\"reference\":\"urn:uuid:o\"}],"
                        + of + "}}";
        var result =
                "{\"fullUrl\":\"urn:uuid:o\",\"request\":{\"method\":\"PUT\",\"url\":\"Observation/o1\"},\"resource\":"
                        + "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\",\"code\":{\"text\":\"見本\"},"
                        + "\"category\":[{\"coding\":[{\"code\":\"laboratory\"}]}],\"valueQuantity\":{\"value\":20},"
                        + of + "}}";
        for (var entries : List.of(new String[] {report, result}, new String[] {result, report})) {
            var sheets = FhirFile.read(bundle("transaction", entries)).sheets();
            assertThat(sheets).extracting(Sheet::source).containsExactly("fhir:DiagnosticReport/r1");
            assertThat(sheets.getFirst().entries())
                    .singleElement()
                    .satisfies(row -> assertThat(((KeptFhir) row).title()).isEqualTo("検査（取消） 見本"));
        }
    }

    @Test
    void twoResourcesWithoutAnIdNeverTakeEachOthersPlace() throws Unreadable {
        var condition = "{\"resourceType\":\"Condition\",\"recordedDate\":\"2026-11-DAY\",\"code\":{\"text\":\"見本\"},"
                + "\"subject\":{\"identifier\":{\"value\":\"11\"}}}";
        var first = sources(condition.replace("DAY", "20"));
        assertThat(first).isNotEqualTo(sources(condition.replace("DAY", "21")));
        assertThat(first).isEqualTo(sources(condition.replace("DAY", "20")));
        var lines = condition.replace("DAY", "20") + "\n" + condition.replace("DAY", "21");
        assertThat(sources(lines)).as("one a line").hasSize(2).containsAll(first);
    }

    /// The same number of two givers is two documents.
    @Test
    void aBundlesNumberIsOneOnlyBesideItsSystem() throws Unreadable {
        var named = new String(bundle("collection", put("c1", "")), StandardCharsets.UTF_8)
                .replace("\"type\":", "\"identifier\":{\"system\":\"urn:SYSTEM\",\"value\":\"7\"},\"type\":");
        assertThat(sources(named.replace("SYSTEM", "a"))).containsExactly("fhir:urn:a|7");
        assertThat(sources(named.replace("SYSTEM", "b"))).containsExactly("fhir:urn:b|7");
    }

    @Test
    void anOutlineSaysWhatIsAskedAndWhoseNumbersAreNamed() throws Unreadable {
        var outline = BundleOutline.of(bundle("transaction", put("c1", "")));
        assertThat(outline.type()).isEqualTo("transaction");
        assertThat(outline.name()).isEmpty();
        assertThat(outline.entries())
                .extracting(BundleOutline.RequestedEntry::method)
                .containsExactly("POST", "PUT");
        assertThat(outline.givers()).containsExactly("urn:oid:1.2.392.100495.20.3.51.13419999999");
        assertThatThrownBy(() -> BundleOutline.of("{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
    }
}

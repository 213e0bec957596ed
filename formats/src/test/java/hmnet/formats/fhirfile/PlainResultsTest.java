package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.TestResult;
import hmnet.formats.model.code.CareState;
import org.junit.jupiter.api.Test;

/// Reports and results of FHIR in the words of all formats: when they became final, of which order and specimen they
/// are, and what the report concludes beside them.
class PlainResultsTest {
    private static Results plain(String report, String... observations) throws Unreadable {
        var entries = new StringBuilder(
                "{\"fullUrl\":\"urn:uuid:p\",\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\",\"identifier\":[{\"value\":\"77\"}]}}");
        var results = new StringBuilder();
        for (int n = 0; n < observations.length; n++) {
            entries.append("""
                    ,{"fullUrl":"urn:uuid:o%d","resource":{"resourceType":"Observation","id":"o%d","subject":{"reference":"urn:uuid:p"},
                     "category":[{"coding":[{"code":"laboratory"}]}],"effectiveDateTime":"2026-04-06T09:00:00+09:00",%s}}""".formatted(n, n, observations[n]));
            results.append(n == 0 ? "" : ",")
                    .append("{\"reference\":\"urn:uuid:o")
                    .append(n)
                    .append("\"}");
        }
        if (!report.isEmpty()) {
            entries.append("""
                    ,{"fullUrl":"urn:uuid:r","resource":{"resourceType":"DiagnosticReport","id":"r","subject":{"reference":"urn:uuid:p"},"category":[{"coding":[{"code":"LAB"}]}],
                     "effectiveDateTime":"2026-04-06T09:00:00+09:00","code":{"text":"生化学"},"result":[%s],%s}}""".formatted(results, report));
        }
        return (Results) ChartOf.file(
                        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"timestamp\":\"2026-04-06T12:00:00+09:00\",\"entry\":["
                                + entries + "]}")
                .plain();
    }

    private static String value(String status, String name) {
        return "\"status\":\"" + status + "\",\"code\":{\"text\":\"" + name + "\"},\"valueString\":\"1+\"";
    }

    @Test
    void whatAReportConcludesStandsBesideItsResults() throws Unreadable {
        var results = plain("""
                "status":"final","issued":"2026-04-06T11:00:00+09:00","identifier":[{"value":"R-5"}],"conclusion":"軽度の貧血\\n再検を","conclusionCode":[{"text":"貧血"},{"text":"貧血"}]""", value("final", "Hb"), value("final", "RBC"));
        assertThat(results.title()).isEqualTo("生化学");
        assertThat(results.notes()).containsExactly("軽度の貧血", "再検を", "貧血");
        assertThat(results.results()).extracting(TestResult::value).containsExactly("1+", "1+");
        assertThat(results.finalAt()).hasToString("2026-04-06T11:00+09:00");
        assertThat(results.orderNumber()).isEqualTo("R-5");
        assertThat(results.correction()).isFalse();
    }

    @Test
    void aConclusionThatIsAllThereIsStandsOnce() throws Unreadable {
        var results = plain("\"status\":\"final\",\"conclusion\":\"陰性\"");
        assertThat(results.results())
                .singleElement()
                .extracting(TestResult::value)
                .isEqualTo("陰性");
        assertThat(results.notes()).isEmpty();
        var same = plain("\"status\":\"final\",\"conclusion\":\"1+\"", value("final", "尿糖"));
        assertThat(same.notes())
                .as("said of the report, though its only result says it too")
                .containsExactly("1+");
    }

    @Test
    void resultsWithinAReportAreItsResults() throws Unreadable {
        var results = plain("""
                "status":"final","conclusion":"陰性","contained":[{"resourceType":"Observation","id":"c","status":"final","code":{"text":"迅速検査"},"valueString":"陰性"}]""");
        assertThat(results.results())
                .singleElement()
                .extracting(test -> test.test().shown())
                .isEqualTo("迅速検査");
    }

    @Test
    void nothingIsFinalWhileOneResultIsNot() throws Unreadable {
        var early = plain(
                "\"status\":\"partial\",\"issued\":\"2026-04-06T11:00:00+09:00\"",
                value("final", "Na"),
                value("preliminary", "K"));
        assertThat(early.finalAt()).isNull();
        assertThat(early.status().state()).as("its tests say so").isEqualTo(CareState.ACTIVE);
        var corrected = plain("\"status\":\"corrected\"", value("final", "Na"), value("corrected", "K"));
        assertThat(corrected.correction()).isTrue();
        assertThat(corrected.finalAt()).as("nobody said when it was issued").hasToString("2026-04-06T09:00+09:00");
    }

    @Test
    void resultsAreCancelledOnlyWhereAllOfThemAre() throws Unreadable {
        assertThat(plain("", value("cancelled", "Na"), value("cancelled", "K"))
                        .status()
                        .state())
                .isEqualTo(CareState.CANCELLED);
        assertThat(plain("", value("cancelled", "Na"), value("final", "K"))
                        .status()
                        .state())
                .isEqualTo(CareState.ACTIVE);
        assertThat(plain("\"status\":\"cancelled\"", value("final", "Na"))
                        .status()
                        .state())
                .isEqualTo(CareState.CANCELLED);
    }

    @Test
    void anOrderAndASpecimenAreNamedWithoutAResourceOfTheirs() throws Unreadable {
        var results = plain("", value("final", "Na") + """
                ,"basedOn":[{"identifier":{"value":"A-9"}}],"specimen":{"display":"血清"}""");
        assertThat(results.orderNumber()).isEqualTo("A-9");
        assertThat(results.specimen().type().shown()).isEqualTo("血清");
        assertThat(results.title()).isEmpty();
        var nameless = plain("", value("final", "Na"));
        assertThat(nameless.orderNumber()).isEmpty();
        assertThat(nameless.specimen()).isEqualTo(Results.LabMaterial.NONE);
    }

    @Test
    void whatWasEnteredByMistakeIsNoResult() throws Unreadable {
        var results = plain("\"status\":\"final\"", value("final", "Na"), value("entered-in-error", "K"));
        assertThat(results.results()).extracting(test -> test.test().shown()).containsExactly("Na");
    }

    @Test
    void aDrugThatIsOnlyNamedIsNoRow() {
        assertThat(Kinds.isDrug(
                        new Resource("", JsonValue.object().put("resourceType", JsonValue.text("Medication", 0)))))
                .isFalse();
    }
}

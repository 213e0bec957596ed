package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.CodingSystems;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Diagnoses and stays through FHIR: what comes back, and what a note names.
class LeftOutOfFhirTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-04-06T09:30:00+09:00");

    private static List<String> left(Entry entry) {
        var nobody = new Demographics("", "", "", "", null, "unknown", "", "", "", null);
        var sheet = new Sheet("77", nobody, null, "x", "20260406093000", AT, false, false, List.of(entry));
        return LeftOutOfFhir.of(List.of(sheet)).stream().map(Note::field).toList();
    }

    private static Stay stay(String event, List<String> notes) {
        return new Stay(
                "s",
                AT,
                event,
                "内科",
                "5階西",
                event.equals("moved") ? "3階東" : "",
                "架空 主治医",
                event.matches("visit.*|.*cancelled|.*planned|booked|not-come")
                        ? null
                        : AT.minusDays(event.equals("admitted") ? 0 : 3),
                event.equals("discharged") ? AT : null,
                event.equals("discharged") ? Concept.of("死亡") : Concept.NONE,
                CareSetting.UNKNOWN,
                notes);
    }

    @Test
    void everyStepOfAStayComesBackFromFhir() {
        for (var event : List.of(
                "visit",
                "admitted",
                "discharged",
                "moved",
                "booked",
                "admission-planned",
                "not-come",
                "visit-cancelled",
                "admission-cancelled")) {
            assertThat(left(stay(event, List.of()))).as(event).isEmpty();
        }
    }

    @Test
    void wordsOnAStayHaveNoPlaceInAnEncounterAndAreNamed() {
        assertThat(left(stay("admitted", List.of("個室")))).containsExactly("notes");
        assertThat(left(stay("doctor", List.of())))
                .as("a change of doctors is no status")
                .contains("event");
    }

    @Test
    void aDiagnosisComesBackFromFhir() {
        var from = new OrderSource(
                Concept.of("urn:oid:1.2.392.200250.2.2.2", "01", "内科"),
                Concept.of("urn:oid:1.2.392.100495.20.3.41.1", "D9", "架空 医子"),
                Concept.NONE,
                CareSetting.UNKNOWN);
        var problem = new Problem(
                "p",
                OffsetDateTime.parse("2024-02-01T00:00:00+09:00"),
                Concept.of(CodingSystems.ICD10, "I10", "高血圧症"),
                "2024-02",
                "",
                "軽快",
                true,
                true,
                from,
                CareStatus.ACTIVE,
                false,
                "2026-04-06",
                List.of("経過観察"),
                Set.of());
        assertThat(left(problem)).isEmpty();
    }
}

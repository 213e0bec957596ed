package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.RecordKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartViewTest {
    /// The log of every centre holds these words: a new view adds one, none is ever changed.
    @Test
    void theWordsInTheAuditLogStayAsTheyAre() {
        var pages = Stream.of(
                "summary",
                "timeline",
                "medicines",
                "drug-history",
                "injections",
                "handbook",
                "handbook-file",
                "laboratory",
                "microbiology",
                "blood-bank",
                "laboratory-text",
                "vitals",
                "home-vitals",
                "home-month",
                "checkups",
                "diagnoses",
                "admissions",
                "search",
                "documents",
                "day-copy",
                "notes",
                "reasons",
                "forms",
                "form",
                "lifebox",
                "form-file",
                "print-choice",
                "print",
                "record",
                "original",
                "file",
                "preview",
                "page-picture",
                "film");
        assertThat(Arrays.stream(ChartView.values()).map(ChartView::word))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(
                                        "glance",
                                        "viewer/emergency",
                                        "own/emergency-code",
                                        "own/lifebox",
                                        "own/handbook-copy",
                                        "own/copy"),
                                pages.map("viewer/"::concat))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theTemplateOfAViewExists(ChartView view) {
        view.template()
                .ifPresent(name -> assertThat(Path.of("src/main/java/hmnet", name + ".jte"))
                        .exists());
    }

    @Test
    void aPageOfOneSubjectShowsItAndWhatTheBandNames() {
        var pages = Map.of(
                ChartView.MEDICINES, RecordKind.INJECTION,
                ChartView.LABORATORY, RecordKind.LABORATORY,
                ChartView.CHECKUPS, RecordKind.CHECKUP,
                ChartView.DIAGNOSES, RecordKind.DIAGNOSIS,
                ChartView.ADMISSIONS, RecordKind.ADMISSION);
        pages.forEach((view, kind) -> {
            assertThat(ChartView.shows(view.word(), kind)).isTrue();
            assertThat(ChartView.shows(view.word(), RecordKind.ALLERGY)).isTrue();
            assertThat(ChartView.shows(view.word(), RecordKind.PROFILE)).isTrue();
            assertThat(ChartView.shows(view.word(), RecordKind.DOCUMENT)).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void theTimeLineAndAWordNobodyKnowsMayShowAnyKindAndAGlanceShowsNone(RecordKind kind) {
        assertThat(ChartView.TIMELINE.shows(kind)).isTrue();
        assertThat(ChartView.RECORD.shows(kind)).isTrue();
        assertThat(ChartView.shows("a-view-of-an-earlier-release", kind)).isTrue();
        assertThat(ChartView.GLANCE.shows(kind)).isFalse();
    }
}

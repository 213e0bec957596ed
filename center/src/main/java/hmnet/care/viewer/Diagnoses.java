package hmnet.care.viewer;

import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.DiagnosesScreen.DiagnosisLine;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws up the diagnoses of a chart (病名の組立), as each facility keeps them.
@Component
public class Diagnoses {
    private static final int DAY = 10;

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Diagnoses(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    DiagnosesScreen screen(Chart chart, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.DIAGNOSES, frame.m());
        var entries = chart.all(DIAGNOSIS.mask(), Optional.empty(), CareSpan.all());
        return new DiagnosesScreen(
                shell,
                lines(entries, DiagnosisList.OPEN, shell.path(), frame.m()),
                lines(entries, DiagnosisList.ENDED, shell.path(), frame.m()),
                lines(entries, DiagnosisList.REFUTED, shell.path(), frame.m()),
                entries.isEmpty() ? feedCoverage.of(chart, DIAGNOSIS.mask(), frame.m()) : List.of());
    }

    private List<DiagnosisLine> lines(List<ChartEntry> entries, DiagnosisList list, String path, Messages m) {
        return entries.stream()
                .filter(entry -> DiagnosisList.of(extract(entry)) == list)
                .map(entry -> line(entry, extract(entry), path, m))
                .toList();
    }

    private static DiagnosisExtract extract(ChartEntry entry) {
        return (DiagnosisExtract) entry.extract().read();
    }

    /// On which list a diagnosis stands (病名の区分).
    public enum DiagnosisList {
        OPEN,
        ENDED,
        /// Never was so, or taken back.
        REFUTED;

        public static DiagnosisList of(DiagnosisExtract diagnosis) {
            return switch (diagnosis.state()) {
                case REFUTED, CANCELLED, NOT_DONE, PROHIBITED -> REFUTED;
                case ENDED, STOPPED -> ENDED;
                case ACTIVE, DRAFT, PLANNED, ON_HOLD, IN_PROGRESS, PARTIAL, REFUSED, UNKNOWN ->
                    diagnosis.ended().isEmpty() && diagnosis.outcome().isEmpty() ? OPEN : ENDED;
            };
        }
    }

    private DiagnosisLine line(ChartEntry entry, DiagnosisExtract diagnosis, String path, Messages m) {
        return new DiagnosisLine(
                diagnosis.name(),
                orNull(diagnosis.icd10()),
                chartFrames.name(entry.facility()),
                Departments.words(entry, m),
                orNull(day(diagnosis.onset())),
                orNull(day(diagnosis.ended())),
                orNull(diagnosis.outcome()),
                diagnosis.main(),
                diagnosis.suspected(),
                orNull(StateWords.of(diagnosis.state(), diagnosis.reason(), m)),
                diagnosis.notes(),
                path + "/records/" + entry.id(),
                Mark.allOf(entry));
    }

    /// A day as precise as it was sent: 2026/04/01, 2026/04 or 2026.
    public static String day(String sent) {
        return sent.substring(0, Math.min(DAY, sent.length())).replace('-', '/');
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

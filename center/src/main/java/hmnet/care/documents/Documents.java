package hmnet.care.documents;

import static hmnet.formats.model.code.RecordKind.CARE;
import static hmnet.formats.model.code.RecordKind.DOCUMENT;
import static hmnet.formats.model.code.RecordKind.REPORT;

import hmnet.care.documents.DocumentsScreen.PaperLine;
import hmnet.care.documents.DocumentsScreen.PaperList;
import hmnet.care.timeline.Lines;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.RangeQuery;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.other.FileKind;
import hmnet.ground.design.Frame;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Origins;
import hmnet.record.charts.Origins.Origin;
import hmnet.record.previews.Previews;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws up the papers of a chart (文書の組立).
@Component
class Documents {
    private static final int PAGE = 100;
    private static final long KINDS = REPORT.mask() | DOCUMENT.mask() | CARE.mask();

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;
    private final Origins origins;

    Documents(ChartFrames chartFrames, FeedCoverage feedCoverage, Origins origins) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
        this.origins = origins;
    }

    DocumentsScreen screen(Chart chart, RangeQuery range, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.DOCUMENTS, frame.m());
        var found = chart.entries(KINDS, Optional.empty(), range.span(), PAGE + 1);
        var shown = chart.page(found, PAGE, KINDS, Optional.empty());
        return new DocumentsScreen(
                shell,
                lists(shown, shell, origins.of(chart, shown), frame),
                found.size() > PAGE ? older(shell, shown) : null,
                range.beforeAsked().isPresent() ? shell.path(ChartTab.DOCUMENTS) : null,
                shown.isEmpty() ? feedCoverage.of(chart, KINDS, frame.m()) : List.of());
    }

    private List<PaperList> lists(List<ChartEntry> shown, ChartFrame shell, Map<UUID, Origin> cut, Frame frame) {
        var lines = new Lines(shell.path(), cut, chartFrames::name, frame.m());
        var groups = new EnumMap<PaperGroup, List<PaperLine>>(PaperGroup.class);
        for (var entry : shown) {
            var preview = preview(entry, shell);
            lines.of(List.of(entry))
                    .forEach(line -> groups.computeIfAbsent(PaperGroup.of(entry), group -> new ArrayList<>())
                            .add(new PaperLine(line, preview)));
        }
        return groups.entrySet().stream()
                .map(group -> new PaperList(group.getKey().word(), group.getValue()))
                .toList();
    }

    /// Of its first file, where pictures of such files are made at all.
    private static @Nullable String preview(ChartEntry entry, ChartFrame shell) {
        return Extract.read(entry.kind(), entry.extract()) instanceof DocumentExtract paper
                        && Arrays.stream(FileKind.values())
                                .anyMatch(kind -> Previews.drawn(kind)
                                        && !paper.contentType().isEmpty()
                                        && paper.contentType().startsWith(kind.contentType()))
                ? shell.path() + "/records/" + entry.id() + "/files/1/preview"
                : null;
    }

    private static String older(ChartFrame shell, List<ChartEntry> shown) {
        return UriComponentsBuilder.fromPath(shell.path(ChartTab.DOCUMENTS))
                .queryParam("before", shown.getLast().occurredAt())
                .encode()
                .toUriString();
    }
}

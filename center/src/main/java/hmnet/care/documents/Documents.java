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
import hmnet.formats.other.FileKind;
import hmnet.ground.design.Frame;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Origins;
import hmnet.record.charts.Origins.Origin;
import hmnet.record.previews.Previews;
import java.time.OffsetDateTime;
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
    private static final int LOOKED_THROUGH = 1_000;
    private static final long KINDS = REPORT.mask() | DOCUMENT.mask() | CARE.mask();

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;
    private final Origins origins;

    Documents(ChartFrames chartFrames, FeedCoverage feedCoverage, Origins origins) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
        this.origins = origins;
    }

    DocumentsScreen screen(Chart chart, RangeQuery range, Optional<PaperGroup> kind, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.DOCUMENTS, frame.m());
        var part = part(chart, range, kind);
        var word = kind.map(PaperGroup::word);
        return new DocumentsScreen(
                shell,
                Arrays.stream(PaperGroup.values()).map(PaperGroup::word).toList(),
                word.orElse(null),
                lists(part.shown(), shell, origins.of(chart, part.shown()), frame),
                part.next().map(next -> address(shell, word, Optional.of(next))).orElse(null),
                range.beforeAsked().isPresent() ? address(shell, word, Optional.empty()) : null,
                part.none() ? feedCoverage.of(chart, KINDS, frame.m()) : List.of());
    }

    /// What one page shows (文書一覧の一頁).
    ///
    /// @param next the moment before which the next page looks; empty for the last page
    /// @param none no paper of any kind was found
    private record PaperPart(List<ChartEntry> shown, Optional<OffsetDateTime> next, boolean none) {}

    /// Of one kind so many papers are looked through for a page: what a paper is stands in its words.
    private static PaperPart part(Chart chart, RangeQuery range, Optional<PaperGroup> kind) {
        int size = kind.isPresent() ? LOOKED_THROUGH : PAGE;
        var page = chart.page(KINDS, Optional.empty(), range.span(), size);
        var read = page.entries();
        var asked = read.stream()
                .filter(entry -> kind.isEmpty() || kind.get() == PaperGroup.of(entry))
                .toList();
        var shown = kind.isEmpty() ? asked : wholeMoments(asked);
        var last = shown.size() < asked.size() ? shown : read;
        return new PaperPart(
                shown,
                shown.size() < asked.size() || page.older()
                        ? Optional.of(last.getLast().occurredAt())
                        : Optional.empty(),
                read.isEmpty());
    }

    /// A page ends between two moments; a moment with more papers than a page is a page of its own.
    static List<ChartEntry> wholeMoments(List<ChartEntry> asked) {
        if (asked.size() <= PAGE) {
            return asked;
        }
        var last = asked.get(PAGE).occurredAt();
        var whole =
                asked.stream().filter(entry -> entry.occurredAt().isAfter(last)).toList();
        return whole.isEmpty()
                ? asked.stream()
                        .filter(entry -> entry.occurredAt().isEqual(last))
                        .toList()
                : whole;
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
        return entry.extract().read() instanceof DocumentExtract paper
                        && Arrays.stream(FileKind.values())
                                .anyMatch(kind -> Previews.drawn(kind)
                                        && !paper.contentType().isEmpty()
                                        && paper.contentType().startsWith(kind.contentType()))
                ? shell.path() + "/records/" + entry.id() + "/files/1/preview"
                : null;
    }

    private static String address(ChartFrame shell, Optional<String> kind, Optional<OffsetDateTime> before) {
        return UriComponentsBuilder.fromPath(shell.path(ChartTab.DOCUMENTS))
                .queryParamIfPresent("kind", kind)
                .queryParamIfPresent("before", before.map(OffsetDateTime::toInstant))
                .encode()
                .toUriString();
    }
}

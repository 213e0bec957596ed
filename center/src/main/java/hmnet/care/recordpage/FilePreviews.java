package hmnet.care.recordpage;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.formats.other.Attachments.AttachedContent;
import hmnet.formats.other.FileKind;
import hmnet.ground.design.Messages;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.previews.PagePicture;
import hmnet.record.previews.Previews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Draws up the pictures of one file of a record (プレビューの組立). What it needs of the chart is taken while that is
/// open; programs run afterwards, so that no transaction waits for them.
@Component
class FilePreviews {
    /// So many pages stand on one screen.
    static final int AT_ONCE = 3;

    private final AttachedFiles attachedFiles;
    private final ChartFrames chartFrames;
    private final Previews previews;

    FilePreviews(AttachedFiles attachedFiles, ChartFrames chartFrames, Previews previews) {
        this.attachedFiles = attachedFiles;
        this.chartFrames = chartFrames;
        this.previews = previews;
    }

    /// What is taken out of an open chart.
    record TakenFile(ChartFrame chart, ChartEntry entry, String facility, int file, AttachedContent.Safe safe) {
        String record() {
            return chart.path() + "/records/" + entry.id();
        }
    }

    Optional<TakenFile> take(Chart chart, Chart.Document document, int file, Messages m) {
        return attachedFiles
                .one(document, file)
                .filter(safe -> Previews.drawn(safe.kind()))
                .map(safe -> new TakenFile(
                        chartFrames.frame(chart, ChartTab.TIMELINE, m),
                        document.entry(),
                        chartFrames.name(document.entry().facility()),
                        file,
                        safe));
    }

    FilePreviewScreen screen(TakenFile taken, int from, Messages m) {
        var shown = new ArrayList<PagePicture>();
        var first = page(taken, from);
        shown.add(first);
        int last = first instanceof PagePicture.Drawn ? Math.min(first.pages(), from + AT_ONCE - 1) : from;
        for (int page = from + 1; page <= last && shown.getLast() instanceof PagePicture.Drawn; page++) {
            shown.add(page(taken, page));
        }
        var safe = taken.safe();
        int next = shown.getLast().number() + 1;
        return new FilePreviewScreen(
                taken.chart(),
                taken.entry().title(),
                taken.facility(),
                taken.entry().receivedAt(),
                taken.record(),
                safe.title().isBlank() ? safe.kind().word() : safe.title(),
                safe.kind().word(),
                AttachedFiles.kilobytes(safe.content().length),
                taken.record() + "/files/" + taken.file(),
                safe.kind() == FileKind.MP4,
                first.pages(),
                List.copyOf(shown),
                from > 1 ? Math.max(1, from - AT_ONCE) : null,
                next <= Math.min(first.pages(), previews.most()) ? next : null,
                AttachedFiles.remarks(safe, m));
    }

    PagePicture page(TakenFile taken, int page) {
        var safe = taken.safe();
        return previews.page(safe.kind(), safe.content(), AttachedFiles.ending(safe), page);
    }
}

package hmnet.care.recordpage;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.formats.other.FileKind;
import hmnet.ground.design.Messages;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.previews.PagePicture;
import hmnet.record.previews.PagePicture.WhyUndrawn;
import hmnet.record.previews.Previews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Draws up the pictures of one file of a record (プレビューの組立). What it needs of the chart is taken while that is
/// open; programs run afterwards, so that no transaction waits for them.
@Component
class FilePreviews {
    private static final Logger LOG = LoggerFactory.getLogger(FilePreviews.class);

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

    /// What is taken out of an open chart; its file is looked at afterwards.
    record TakenFile(ChartFrame chart, ChartEntry entry, String facility, int file, RecordFiles files) {
        String record() {
            return chart.path() + "/records/" + entry.id();
        }

        /// Nothing when it may not be handed out, or pictures of such files are not made.
        Optional<ShownFile> shown() {
            return files.one(file).filter(shown -> Previews.drawn(shown.kind()));
        }
    }

    TakenFile take(Chart chart, Chart.Document document, int file, Messages m) {
        return new TakenFile(
                chartFrames.frame(chart, ChartTab.TIMELINE, m),
                document.entry(),
                chartFrames.name(document.entry().facility()),
                file,
                attachedFiles.of(document));
    }

    /// Nothing when the file may not be handed out.
    Optional<FilePreviewScreen> screen(TakenFile taken, int from, Messages m) {
        return taken.shown().map(shown -> screen(taken, shown, from, m));
    }

    private FilePreviewScreen screen(TakenFile taken, ShownFile file, int from, Messages m) {
        var shown = new ArrayList<PagePicture>();
        var first = page(file, from);
        shown.add(first);
        int last = first instanceof PagePicture.Drawn ? Math.min(first.pages(), from + AT_ONCE - 1) : from;
        for (int page = from + 1; page <= last && shown.getLast() instanceof PagePicture.Drawn; page++) {
            shown.add(page(file, page));
        }
        int next = shown.getLast().number() + 1;
        return new FilePreviewScreen(
                taken.chart(),
                taken.entry().title(),
                taken.facility(),
                taken.entry().receivedAt(),
                taken.record(),
                file.name(),
                file.kind().word(),
                file.kilobytes(),
                taken.record() + "/files/" + taken.file(),
                file.kind() == FileKind.MP4,
                first.pages(),
                List.copyOf(shown),
                from > 1 ? Math.max(1, from - AT_ONCE) : null,
                next <= Math.min(first.pages(), previews.most()) ? next : null,
                AttachedFiles.remarks(file.notes(), m));
    }

    PagePicture page(TakenFile taken, int page) {
        return taken.shown()
                .map(shown -> page(shown, page))
                .orElseGet(() -> new PagePicture.Undrawn(page, 0, WhyUndrawn.NO_PAGE, null));
    }

    /// Whoever draws has the whole file in memory, so a very large one is not drawn.
    private PagePicture page(ShownFile file, int page) {
        if (!file.fitsMemory()) {
            return new PagePicture.Undrawn(page, 0, WhyUndrawn.TOO_LARGE, null);
        }
        try {
            return previews.page(file.kind(), file.body().getContentAsByteArray(), file.ending(), page);
        } catch (IOException e) {
            LOG.error("A file that is to be drawn cannot be read", e);
            return new PagePicture.Undrawn(page, 0, WhyUndrawn.UNREADABLE, null);
        }
    }
}

package hmnet.care.recordpage;

import hmnet.care.viewer.ChartFrame;
import hmnet.record.previews.PagePicture;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file as pictures beside its record (プレビューの画面).
///
/// @param address where the file itself is handed out
/// @param film a film, with one picture of its own
/// @param pages how many pages the file has; 0 when nobody could say
/// @param shown those on this screen, one after the other
/// @param earlier the number of the page that the screen before this one begins with, or null
/// @param later that of the screen after it, or null
public record FilePreviewScreen(
        ChartFrame chart,
        String record,
        String facility,
        OffsetDateTime received,
        String back,
        String name,
        String kind,
        int sizeKb,
        String address,
        boolean film,
        int pages,
        List<PagePicture> shown,
        @Nullable Integer earlier,
        @Nullable Integer later,
        List<String> remarks) {}

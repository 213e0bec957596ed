package hmnet.care.recordpage;

import hmnet.care.viewer.ChartFrame;
import hmnet.formats.model.code.RecordKind;
import hmnet.record.charts.OriginalLook;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;

/// The original of one record (原本の画面).
public record OriginalScreen(
        ChartFrame chart,
        UUID record,
        RecordKind kind,
        String title,
        String facility,
        String phone,
        OffsetDateTime received,
        Supplier<OriginalLook> look) {
    public String back() {
        return chart.path() + "/records/" + record;
    }
}

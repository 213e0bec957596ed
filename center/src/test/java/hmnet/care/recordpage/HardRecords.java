package hmnet.care.recordpage;

import hmnet.care.medicines.HardPrescriptions;
import hmnet.care.medicines.HardPrescriptions.HardPrescription;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.OriginalLook;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// A prescription that is easily misread, on the page of one record (読み違えやすい処方の記録).
public final class HardRecords {
    private HardRecords() {}

    public static RecordScreen screen(ChartFrame chart, String facility, HardPrescription hard) {
        var entry = HardPrescriptions.entry(hard);
        return new RecordScreen(
                chart,
                entry.kind(),
                entry.title(),
                StateWords.of(entry, Messages.in(Language.JAPANESE)),
                facility,
                "",
                null,
                new RecordScreen.Times(entry.occurredAt(), entry.receivedAt(), null, null),
                Mark.allOf(entry),
                List.of(),
                new Sections(Messages.in(Language.JAPANESE)).of(entry),
                List.of(),
                List.of(),
                "/people/x/records/x",
                null);
    }

    /// The original of a record, shown or kept back.
    public static OriginalScreen original(ChartFrame chart, String facility, OriginalLook look) {
        return new OriginalScreen(
                chart,
                UUID.fromString("018f0000-0000-7000-8000-000000000001"),
                RecordKind.LABORATORY,
                "生化学・血算",
                facility,
                "082-000-0101",
                OffsetDateTime.parse("2026-11-20T11:42:00+09:00"),
                look);
    }
}

package hmnet.care.recordpage;

import hmnet.care.medicines.HardPrescriptions;
import hmnet.care.medicines.HardPrescriptions.HardPrescription;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.StateWords;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import java.util.List;

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
                List.of());
    }
}

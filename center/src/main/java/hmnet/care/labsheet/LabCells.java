package hmnet.care.labsheet;

import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Mark.MarkKind;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.SupersededEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The cells of a sheet (検査値の表示), with what a correction replaced.
final class LabCells {
    private final String path;
    private final Messages m;
    private final Map<ReplacedValue, String> before = new HashMap<>();

    LabCells(String path, List<SupersededEntry> formers, Messages m) {
        this.path = path;
        this.m = m;
        for (var supersededEntry : formers) {
            LabValue.of(List.of(supersededEntry.entry()))
                    .forEach(old -> before.put(
                            new ReplacedValue(
                                    supersededEntry.replacedBy(),
                                    old.sent(),
                                    old.item().specimen()),
                            old.item().value()));
        }
    }

    LabCell of(LabValue value) {
        var was = was(value);
        boolean corrected = was != null && value.state() == LabState.FINAL;
        return new LabCell(
                value.item().value().isBlank()
                        ? m.t("viewer.sheet.no-value")
                        : value.item().value(),
                value.flag(),
                corrected ? LabState.CORRECTED : value.counts() ? value.state() : apart(value.state()),
                corrected ? m.t("viewer.lab-state.corrected") : value.told(m),
                was,
                value.item().notes(),
                path(value.entry()),
                Mark.allOf(value.entry()).stream()
                        .filter(mark -> mark.kind() == MarkKind.UNTOLD || mark.kind() == MarkKind.RESTRICTED)
                        .toList());
    }

    String path(ChartEntry entry) {
        return path + "/records/" + entry.id();
    }

    /// A value of an order that was taken back is none, whatever it says of itself.
    private static LabState apart(LabState own) {
        return own.counts() ? LabState.WITHDRAWN : own;
    }

    private @Nullable String was(LabValue value) {
        var old = before.get(
                new ReplacedValue(value.entry().id(), value.sent(), value.item().specimen()));
        return old == null || old.isBlank() || old.equals(value.item().value()) ? null : old;
    }

    /// A value of a row that stood there before, by what was sent: a code table may have come between the two.
    private record ReplacedValue(UUID row, Analyte analyte, String specimen) {}
}

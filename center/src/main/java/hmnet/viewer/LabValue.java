package hmnet.viewer;

import hmnet.formats.extract.Extract;
import hmnet.formats.extract.LabExtract;
import hmnet.records.Entry;
import java.util.List;
import java.util.stream.Stream;

/// One value of one sampling (検査値の一件).
record LabValue(Entry entry, LabExtract.Item item, Analyte analyte, LabFlag flag) {
    static List<LabValue> of(List<Entry> entries) {
        return entries.stream().flatMap(LabValue::of).toList();
    }

    private static Stream<LabValue> of(Entry entry) {
        return Extract.read(entry.kind(), entry.extract()) instanceof LabExtract lab
                ? lab.items().stream()
                        .map(item -> new LabValue(entry, item, Analyte.of(entry.facility(), item), LabFlag.of(item)))
                : Stream.of();
    }

    LabState state() {
        return switch (item.status()) {
            case "P", "R", "S", "I" -> LabState.PRELIMINARY;
            case "C" -> LabState.CORRECTED;
            default -> entry.preliminary() ? LabState.PRELIMINARY : LabState.FINAL;
        };
    }
}

package hmnet.region.course;

import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A result measured again (検査結果の訂正): the first value of the first specimen changes and is marked
/// corrected.
final class Correction {
    private Correction() {}

    static List<LabSpecimen> of(List<LabSpecimen> found) {
        var first = found.getFirst();
        var items = new ArrayList<>(first.items());
        items.set(0, corrected(items.getFirst()));
        var again = new LabSpecimen(
                first.id(),
                first.type(),
                first.collectedAt(),
                first.panel(),
                first.reportedAt().plusDays(1),
                items);
        return Stream.concat(Stream.of(again), found.stream().skip(1)).toList();
    }

    private static LabItem corrected(LabItem item) {
        var digits = item.value().contains(".")
                ? item.value().length() - item.value().indexOf('.') - 1
                : 0;
        var value = new BigDecimal(item.value()).multiply(new BigDecimal("0.9")).setScale(digits, RoundingMode.HALF_UP);
        return new LabItem(
                item.code(),
                item.local(),
                item.type(),
                value.toPlainString(),
                item.unit(),
                item.range(),
                item.flag(),
                "C");
    }
}

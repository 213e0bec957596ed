package hmnet.care.vitals;

import hmnet.formats.base.Table;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A unit as senders spell it, brought to one spelling (単位の表記), from `units.csv`. No value is converted.
final class VitalUnits {
    private static final Map<String, String> SHOWN = Table.read(VitalUnits.class, "units.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(1), List::getFirst));

    private VitalUnits() {}

    static String of(String sent) {
        var plain = Normalizer.normalize(sent, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return SHOWN.getOrDefault(plain, plain);
    }
}

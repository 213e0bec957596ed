package hmnet.formats.uke;

import hmnet.formats.base.Table;
import hmnet.formats.model.chart.Amount;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The units of materials in receipts (特定器材の単位), by their codes.
final class MaterialUnits {
    private static final Map<String, String> UNITS = Table.read(MaterialUnits.class, "units.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));

    private MaterialUnits() {}

    /// A row's amount; a code of a unit that nobody defined stands as it came.
    static Amount amount(ReceiptRow row) {
        var code = row.at("単位");
        return Amount.of(row.at("数量"), UNITS.getOrDefault(code, code));
    }
}

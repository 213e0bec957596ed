package hmnet.formats.uke;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a receipt told apart into what belongs together (剤): the points stand on the last row of each.
final class Units {
    private static final Set<String> TAGS = Set.of("SI", "SS", "IY", "TO", "CO");

    private final List<ReceiptUnit> units = new ArrayList<>();
    private @Nullable ReceiptUnit open;
    private String identity = "";

    private Units() {}

    static List<ReceiptUnit> of(Receipt receipt) {
        var units = new Units();
        for (var row : receipt.rows()) {
            if (TAGS.contains(row.tag())) {
                units.add(row);
            }
        }
        return units.units;
    }

    private void add(ReceiptRow row) {
        if (row.has("診療識別")) {
            open = null;
            identity = row.at("診療識別");
        } else if (row.tag().equals("CO")
                && open == null
                && !units.isEmpty()
                && !units.getLast().isFull()) {
            // A comment without 診療識別 after the points speaks of what stands before it.
            units.getLast().rows().add(row);
            return;
        }
        if (open == null || open.isFull()) {
            open = new ReceiptUnit(identity, units.size() + 1);
            units.add(open);
        }
        open.rows().add(row);
        if (row.has("点数")) {
            open = null;
        }
    }
}

package hmnet.formats.hl7v2;

import hmnet.formats.chart.Entry;
import java.util.List;

/// One thing a message tells (電文の伝える項目): an order with its items, a diagnosis, a stay.
///
/// @param source its own key at the sender, the same in every message about it
/// @param deletes takes it away; then there are no entries
public record Told(String source, boolean deletes, List<Entry> entries) {
    static Told of(String source, Entry... entries) {
        return new Told(source, false, List.of(entries));
    }

    static Told gone(String source) {
        return new Told(source, true, List.of());
    }
}

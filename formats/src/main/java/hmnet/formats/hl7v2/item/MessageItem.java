package hmnet.formats.hl7v2.item;

import hmnet.formats.model.chart.Entry;
import java.util.List;

/// One thing a message tells (電文の伝える項目): an order with its items, a diagnosis, a stay.
///
/// @param source its own key at the sender, the same in every message about it
/// @param deletes takes it away; then there are no entries
public record MessageItem(String source, boolean deletes, List<Entry> entries) {
    public static MessageItem of(String source, Entry... entries) {
        return new MessageItem(source, false, List.of(entries));
    }

    static MessageItem gone(String source) {
        return new MessageItem(source, true, List.of());
    }
}

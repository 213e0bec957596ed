package hmnet.formats.hl7v2.segment;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/// Keys of items within one message (項目キー): from the item's own key, so that another order or another
/// version of the message changes none of them.
public final class Keys {
    private Keys() {}

    /// The usual key where it names one item only, the longer one where senders use the same key for several.
    /// What is still the same is told apart by a running number: better a changing id than a lost row.
    public static <T> IdentityHashMap<T, String> of(
            List<T> items, Function<T, String> usual, Function<T, String> longer) {
        var counts = new HashMap<String, Integer>();
        for (var item : items) {
            counts.merge(usual.apply(item), 1, Integer::sum);
        }
        var used = new HashMap<String, Integer>();
        var keys = new IdentityHashMap<T, String>();
        for (var item : items) {
            var key = counts.getOrDefault(usual.apply(item), 0) == 1 ? usual.apply(item) : longer.apply(item);
            int number = used.merge(key, 1, Integer::sum);
            keys.put(item, number == 1 ? key : key + "#" + number);
        }
        return keys;
    }
}

package hmnet.formats.base.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The few members of an object (オブジェクトの項目), in their order: a quarter of what a hashed map needs. Objects with
/// many are hashed, since they are gone through for each look.
final class Members extends AbstractMap<String, JsonValue> {
    private static final int FEW = 24;

    /// Name, value, name, value.
    private Object[] pairs;

    private Members(Object[] pairs) {
        this.pairs = pairs;
    }

    /// @param pairs name, value, name, value; no name twice
    /// @param length how much of them counts
    static Map<String, JsonValue> of(Object[] pairs, int length) {
        if (length <= 2 * FEW) {
            return new Members(Arrays.copyOf(pairs, length));
        }
        var hashed = LinkedHashMap.<String, JsonValue>newLinkedHashMap(length / 2);
        for (int i = 0; i < length; i += 2) {
            hashed.put((String) pairs[i], (JsonValue) pairs[i + 1]);
        }
        return hashed;
    }

    static Map<String, JsonValue> of(Map<String, JsonValue> members) {
        if (members instanceof Members || members.size() > FEW) {
            return members;
        }
        var pairs = new Object[2 * members.size()];
        int i = 0;
        for (var member : members.entrySet()) {
            pairs[i++] = member.getKey();
            pairs[i++] = member.getValue();
        }
        return new Members(pairs);
    }

    private int index(@Nullable Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        int index = index(name);
        return index < 0 ? null : (JsonValue) pairs[index + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return index(name) >= 0;
    }

    @Override
    public @Nullable JsonValue put(String name, JsonValue value) {
        int index = index(name);
        if (index >= 0) {
            var before = (JsonValue) pairs[index + 1];
            pairs[index + 1] = value;
            return before;
        }
        pairs = Arrays.copyOf(pairs, pairs.length + 2);
        pairs[pairs.length - 2] = name;
        pairs[pairs.length - 1] = value;
        return null;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept((String) pairs[i], (JsonValue) pairs[i + 1]);
        }
    }

    @Override
    public Set<Entry<String, JsonValue>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, JsonValue>> {
        @Override
        public int size() {
            return pairs.length / 2;
        }

        @Override
        public Iterator<Entry<String, JsonValue>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < pairs.length;
                }

                @Override
                public Entry<String, JsonValue> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    next += 2;
                    return Map.entry((String) pairs[next - 2], (JsonValue) pairs[next - 1]);
                }
            };
        }
    }
}

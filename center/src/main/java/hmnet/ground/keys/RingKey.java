package hmnet.ground.keys;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/// A key of the ring, as a line of its file says it (鍵束の鍵): what wraps a data key, and a tree. While no leaf was
/// destroyed both come from one seed.
///
/// @param tree empty for a key that was made before there were trees
@SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
record RingKey(byte[] wrapping, Optional<KeyTree> tree) {
    /// Before a seed.
    private static final String WHOLE = "+";

    /// Between a key and what is left of its tree.
    private static final char LEFT = ';';

    private static final HexFormat HEX = HexFormat.of();

    /// The line of a new key.
    static String fresh() {
        return WHOLE + HEX.formatHex(KeyWrap.random());
    }

    /// The line of one for what was sealed before there were trees.
    static String withoutTree() {
        return HEX.formatHex(KeyWrap.random());
    }

    static RingKey of(String line) {
        if (line.startsWith(WHOLE)) {
            var seed = new Keys(HEX.parseHex(line.substring(1)));
            return new RingKey(
                    seed.derive("wrapping of a data key"), Optional.of(KeyTree.from(seed.derive("tree of a key"))));
        }
        var at = line.indexOf(LEFT);
        return at < 0
                ? new RingKey(HEX.parseHex(line), Optional.empty())
                : new RingKey(HEX.parseHex(line.substring(0, at)), Optional.of(KeyTree.of(line.substring(at + 1))));
    }

    /// The line when some leaves are destroyed. A key without a tree has none.
    String without(Collection<Integer> leaves) {
        return HEX.formatHex(wrapping)
                + tree.map(one -> LEFT + one.without(leaves).toString()).orElse("");
    }
}

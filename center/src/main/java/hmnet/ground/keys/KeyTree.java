package hmnet.ground.keys;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Four thousand million keys from one seed, each of which can be destroyed alone (鍵の木). A node gives sixteen,
/// down eight levels; the number of a leaf says the way. Destroying a leaf puts in place of its nodes those
/// beside them, from which nobody comes back: all other keys stay what they were.
public final class KeyTree {
    private static final int LEVELS = 8;
    private static final int BRANCHES = 16;
    private static final String HMAC = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();

    /// Nodes by the way to them; none lies below another.
    private final NavigableMap<String, byte[]> nodes;

    private KeyTree(NavigableMap<String, byte[]> nodes) {
        this.nodes = nodes;
    }

    static KeyTree from(byte[] seed) {
        var nodes = new TreeMap<String, byte[]>();
        nodes.put("", seed);
        return new KeyTree(nodes);
    }

    /// As `toString` wrote it.
    static KeyTree of(String text) {
        var nodes = new TreeMap<String, byte[]>();
        if (!text.isEmpty()) {
            Arrays.stream(text.split(","))
                    .map(node -> node.split("=", 2))
                    .forEach(node -> nodes.put(node[0], HEX.parseHex(node[1])));
        }
        return new KeyTree(nodes);
    }

    /// The key of a leaf; empty when it was destroyed.
    public Optional<byte[]> key(int leaf) {
        var way = HEX.toHexDigits(leaf);
        return node(way).map(from -> {
            var key = Objects.requireNonNull(nodes.get(from));
            var mac = mac();
            for (var level = from.length(); level < LEVELS; level++) {
                key = child(mac, key, way.charAt(level));
            }
            return key;
        });
    }

    /// The same without some leaves.
    KeyTree without(Collection<Integer> leaves) {
        var left = new KeyTree(new TreeMap<>(nodes));
        leaves.forEach(left::cut);
        return left;
    }

    private void cut(int leaf) {
        var way = HEX.toHexDigits(leaf);
        var from = node(way);
        if (from.isEmpty()) {
            return;
        }
        var mac = mac();
        var key = Objects.requireNonNull(nodes.remove(from.get()));
        for (var level = from.get().length(); level < LEVELS; level++) {
            for (var branch = 0; branch < BRANCHES; branch++) {
                var digit = Character.forDigit(branch, BRANCHES);
                if (digit != way.charAt(level)) {
                    nodes.put(way.substring(0, level) + digit, child(mac, key, digit));
                }
            }
            key = child(mac, key, way.charAt(level));
        }
    }

    /// The way to the one node above a leaf.
    private Optional<String> node(String way) {
        return Optional.ofNullable(nodes.floorKey(way)).filter(way::startsWith);
    }

    /// Not by `Hmac`: each node is a key that is used once, and one `Mac` takes them all.
    private static byte[] child(Mac mac, byte[] node, char digit) {
        try {
            mac.init(new SecretKeySpec(node, HMAC));
            return mac.doFinal(new byte[] {(byte) digit});
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A node of 32 bytes is a key", e);
        }
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(HMAC);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return nodes.entrySet().stream()
                .map(node -> node.getKey() + "=" + HEX.formatHex(node.getValue()))
                .collect(Collectors.joining(","));
    }
}

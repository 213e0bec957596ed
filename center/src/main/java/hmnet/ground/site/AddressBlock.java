package hmnet.ground.site;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// A block of network addresses (アドレスブロック; RFC 4632): `10.0.0.5`, `10.0.1.0/24`, `2001:db8::/32`.
record AddressBlock(InetAddress first, int bits) {
    private static final Pattern QUAD = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

    /// @throws IllegalArgumentException if the text is no address or block; names are not looked up
    static AddressBlock of(String text) {
        var slash = text.indexOf('/');
        var first = literal(slash < 0 ? text : text.substring(0, slash));
        var longest = first.getAddress().length * Byte.SIZE;
        var bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
        if (bits < 1 || bits > longest) {
            throw new IllegalArgumentException(
                    "A block of " + first.getHostAddress() + " has 1 to " + longest + " bits");
        }
        return new AddressBlock(first, bits);
    }

    boolean holds(InetAddress address) {
        var ours = first.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /// An address as a proxy writes it, with a port or without; empty for `unknown`, a hidden name, anything else.
    static Optional<InetAddress> written(String text) {
        var end = text.indexOf(']');
        var bare = text;
        if (text.startsWith("[") && end > 0) {
            bare = text.substring(1, end);
        } else if (text.indexOf(':') == text.lastIndexOf(':') && text.contains(":")) {
            bare = text.substring(0, text.indexOf(':'));
        }
        try {
            return Optional.of(literal(bare));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// Java would read `1.2.3` as 1.2.0.3.
    private static InetAddress literal(String text) {
        if (!text.contains(":") && !QUAD.matcher(text).matches()) {
            throw new IllegalArgumentException("no address: " + text);
        }
        return InetAddress.ofLiteral(text);
    }
}

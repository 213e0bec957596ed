package hmnet.ground.transparency;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a tile of the tree is found (タイル番地), spelt as C2SP tlog-tiles has it: `0/x001/x234/067` or
/// `1/000.p/17`.
///
/// @param width 256, or less for the last tile of its level
public record TileAddress(int level, long index, int width) {
    private static final Pattern LEVEL = Pattern.compile("[0-9]|[1-5][0-9]|6[0-3]");
    private static final Pattern INDEX = Pattern.compile("((?:x[0-9]{3}/){0,4})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public static Optional<TileAddress> of(String level, String path) {
        var parts = INDEX.matcher(path);
        if (!LEVEL.matcher(level).matches()
                || !parts.matches()
                || parts.group(1).startsWith("x000")) {
            return Optional.empty();
        }
        var index = Long.parseLong(
                (parts.group(1) + parts.group(2)).replace("x", "").replace("/", ""));
        var width = parts.group(3) == null ? AuditTree.WIDTH : Integer.parseInt(parts.group(3));
        if (parts.group(3) != null && width >= AuditTree.WIDTH) {
            return Optional.empty();
        }
        return Optional.of(new TileAddress(Integer.parseInt(level), index, width));
    }

    /// Whether a log of so many events has this tile.
    public boolean in(long size) {
        return AuditTree.HEIGHT * level < Long.SIZE - 1
                && index * AuditTree.WIDTH + width <= size >> (AuditTree.HEIGHT * level);
    }
}

package hmnet.witness.log;

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

    /// The tile that holds one hash of a level, as far as a log of so many events has it.
    public static TileAddress holding(int level, long hash, long size) {
        var index = hash / AuditTree.WIDTH;
        var width = (size >> (AuditTree.HEIGHT * level)) - index * AuditTree.WIDTH;
        return new TileAddress(level, index, (int) Math.min(AuditTree.WIDTH, width));
    }

    /// `0/x001/234.p/5`, below the address of all tiles.
    public String path() {
        var groups = new StringBuilder("%03d".formatted(index % 1000));
        for (var rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return level + "/" + groups + (width < AuditTree.WIDTH ? ".p/" + width : "");
    }

    /// Whether a log of so many events has this tile.
    public boolean in(long size) {
        return AuditTree.HEIGHT * level < Long.SIZE - 1
                && index * AuditTree.WIDTH + width <= size >> (AuditTree.HEIGHT * level);
    }
}

package hmnet.witness.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tree's hashes as its tiles tell them (公開タイルのハッシュ). One object serves one look at a log of one size: a tile is
/// asked for once, so one look sees one content of it.
public final class PublicNodes implements AuditTree.Nodes {
    private final PublicLog log;
    private final long size;
    private final Map<TileAddress, List<Hash>> read = new HashMap<>();

    public PublicNodes(PublicLog log, long size) {
        this.log = log;
        this.size = size;
    }

    /// Throws `UncheckedIOException` when a tile cannot be read.
    @Override
    public List<Hash> run(int level, long from, int count) {
        var address = TileAddress.holding(level, from, size);
        var hashes = read.computeIfAbsent(address, this::load);
        var start = (int) (from - address.index() * AuditTree.WIDTH);
        return hashes.subList(start, start + count);
    }

    private List<Hash> load(TileAddress address) {
        try {
            return hashes(address, log.tile(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Hash> hashes(TileAddress address, byte[] bytes) throws IOException {
        if (bytes.length != address.width() * Hash.BYTES) {
            throw new IOException("tile " + address.path() + " has " + bytes.length + " bytes");
        }
        var hashes = new ArrayList<Hash>(address.width());
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            hashes.add(new Hash(Arrays.copyOfRange(bytes, at, at + Hash.BYTES)));
        }
        return List.copyOf(hashes);
    }
}

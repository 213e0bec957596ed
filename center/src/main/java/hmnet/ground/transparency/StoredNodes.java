package hmnet.ground.transparency;

import hmnet.witness.log.AuditTree;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tree's hashes as the database keeps them (保存されたハッシュ), read a tile at a time. One object
/// serves one question: what it has read it does not read again.
public final class StoredNodes implements AuditTree.Nodes {
    private record Tile(int level, long index) {}

    private final JdbcClient db;
    private final Map<Tile, List<Hash>> read = new HashMap<>();

    public StoredNodes(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Hash> run(int level, long from, int count) {
        var index = from / AuditTree.WIDTH;
        var tile = read.computeIfAbsent(new Tile(level, index), this::load);
        var start = (int) (from - index * AuditTree.WIDTH);
        if (start + count > tile.size()) {
            throw new BrokenLog("Level " + level + " of the audit log lacks hash " + (from + count - 1));
        }
        return tile.subList(start, start + count);
    }

    private List<Hash> load(Tile tile) {
        var query = tile.level == 0
                ? db.sql("select hash from audit_leaf where leaf >= :from and leaf < :to order by leaf limit 256")
                : db.sql("""
                        select hash from audit_node
                         where level = :level and index >= :from and index < :to order by index limit 256""").param("level", tile.level);
        return query.param("from", tile.index * AuditTree.WIDTH)
                .param("to", (tile.index + 1) * AuditTree.WIDTH)
                .query((row, number) -> new Hash(row.getBytes("hash")))
                .list();
    }
}

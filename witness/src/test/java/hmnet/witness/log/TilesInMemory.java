package hmnet.witness.log;

import java.util.ArrayList;
import java.util.List;

/// Tiles over given leaves, all levels built.
final class TilesInMemory implements AuditTree.Nodes {
    private final List<List<Hash>> levels = new ArrayList<>();

    TilesInMemory(List<Hash> leaves) {
        for (var level = leaves; !level.isEmpty(); level = above(level)) {
            levels.add(level);
        }
    }

    @Override
    public List<Hash> run(int level, long from, int count) {
        return levels.get(level).subList((int) from, (int) from + count);
    }

    private static List<Hash> above(List<Hash> level) {
        var next = new ArrayList<Hash>();
        for (int end = AuditTree.WIDTH; end <= level.size(); end += AuditTree.WIDTH) {
            next.add(Hash.over(level.subList(end - AuditTree.WIDTH, end)));
        }
        return next;
    }
}

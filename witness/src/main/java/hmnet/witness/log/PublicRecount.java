package hmnet.witness.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The whole tree counted anew from its public tiles (公開タイルによる再計算): every leaf, every tile above, the signed root, and
/// the roots of checkpoints that were kept elsewhere.
public final class PublicRecount {
    /// Tiles asked for before the first of them is counted.
    private static final int AHEAD = 8;

    private final PublicLog log;
    private final Checkpoint checkpoint;
    private final List<Checkpoint> held;
    private final PublicNodes above;

    public PublicRecount(PublicLog log, Checkpoint checkpoint, List<Checkpoint> held) {
        this.log = log;
        this.checkpoint = checkpoint;
        this.held = List.copyOf(held);
        this.above = new PublicNodes(log, checkpoint.size());
    }

    /// Returns when everything fits, throws `BrokenLog` where it does not.
    public void run() throws IOException {
        var tree = new TreeRecount(this::node);
        var size = checkpoint.size();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayDeque<Future<List<Hash>>>();
            for (long next = 0, counted = 0; counted < size; counted += AuditTree.WIDTH) {
                for (; next < size && asked.size() < AHEAD; next += AuditTree.WIDTH) {
                    var address = TileAddress.holding(0, next, size);
                    asked.add(asking.submit(() -> PublicNodes.hashes(address, log.tile(address))));
                }
                for (var leaf : asked.remove().get()) {
                    tree.add(leaf);
                    at(tree);
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (!tree.root().equals(checkpoint.root())) {
            throw new BrokenLog("the tiles do not give the root that was signed for " + size, fits(size));
        }
    }

    private void at(TreeRecount tree) {
        for (var kept : held) {
            if (kept.size() == tree.size() && !kept.root().equals(tree.root())) {
                throw new BrokenLog(
                        "a checkpoint of " + kept.size() + " kept elsewhere is not of this log: it was replaced",
                        fits(kept.size()));
            }
        }
    }

    /// How many leaves the largest smaller checkpoint vouches for.
    private long fits(long size) {
        return held.stream()
                .mapToLong(Checkpoint::size)
                .filter(kept -> kept < size)
                .max()
                .orElse(0);
    }

    private void node(int level, long index, Hash hash) {
        if (!above.run(level, index, 1).getFirst().equals(hash)) {
            var first = index << (AuditTree.HEIGHT * level);
            throw new BrokenLog("hash " + index + " of level " + level + " does not fit the 256 below it", first);
        }
    }
}

package hmnet.ground.audit;

import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.NewestCheckpoint;
import hmnet.ground.transparency.StoredNodes;
import hmnet.witness.log.AuditTree;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Hash;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One round of the sequencer (採番): numbers a batch of committed events, grows the tree over them and signs a
/// checkpoint, all in one transaction. Events of transactions that still run are simply not seen and come in
/// a later round.
@Component
class SequencerRound {
    static final int BATCH = 5_000;
    static final long LOCK = 0x686d6e65_61756474L;

    private final JdbcClient db;
    private final Checkpoints checkpoints;
    private final NewestCheckpoint newestCheckpoint;

    SequencerRound(JdbcClient db, Checkpoints checkpoints, NewestCheckpoint newestCheckpoint) {
        this.db = db;
        this.checkpoints = checkpoints;
        this.newestCheckpoint = newestCheckpoint;
    }

    /// What a round brought.
    ///
    /// @param note the new checkpoint
    /// @param full it took as many events as one may, so more of them may wait
    record Round(String note, boolean full) {}

    /// The new checkpoint, or nothing when no event waits or another node is at it.
    @Transactional
    Optional<Round> round() {
        if (!db.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single()) {
            return Optional.empty();
        }
        var before = checkpoints.size();
        long size =
                db.sql("select audit_number(?)").param(BATCH).query(Long.class).single();
        if (size == before && size > 0) {
            return Optional.empty();
        }
        if (size == 0 && checkpoints.note(0).isPresent()) {
            return Optional.empty();
        }
        demandUnchanged(before, size);
        grow(before, size);
        var note = checkpoints.add(size, new AuditTree(new StoredNodes(db)).root(size));
        return Optional.of(new Round(note, size - before >= BATCH));
    }

    /// Refuses to sign when what was signed before, or seen by this machine, is no longer there.
    private void demandUnchanged(long before, long size) {
        newestCheckpoint.demandIn(checkpoints);
        if (size < before) {
            throw new BrokenLog("The audit log has " + size + " leaves, its newest checkpoint says " + before);
        }
        var note = checkpoints.note(before);
        if (note.isPresent()
                && !Checkpoint.read(note.get()).root().equals(new AuditTree(new StoredNodes(db)).root(before))) {
            throw new BrokenLog("The audit log is not the one that its checkpoint of " + before + " signed");
        }
    }

    /// Writes the hash of each tile that became complete, level by level.
    private void grow(long before, long size) {
        for (int level = 1; (size >> (AuditTree.HEIGHT * level)) > 0; level++) {
            var nodes = new StoredNodes(db);
            for (var index = before >> (AuditTree.HEIGHT * level);
                    index < size >> (AuditTree.HEIGHT * level);
                    index++) {
                var hash = Hash.over(nodes.run(level - 1, index * AuditTree.WIDTH, AuditTree.WIDTH));
                db.sql("insert into audit_node (level, index, hash) values (?, ?, ?)")
                        .params(level, index, hash.bytes())
                        .update();
            }
        }
    }
}

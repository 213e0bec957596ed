package hmnet.bench.tamper;

import hmnet.ground.audit.SealedTraces;
import hmnet.ground.audit.SealedTraces.SaltedText;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.Checkpoints;
import hmnet.witness.log.Hash;
import hmnet.witness.log.TreeRecount;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of the log, written to by their owner inside one transaction (改ざんされる表).
final class TamperedTables {
    private static final long FAR = 1_000_000_000L;
    private static final String EVENT = "select event from audit_leaf where leaf = ?";

    private final JdbcClient inside;
    private final Checkpoints checkpoints;
    private final SealedTraces sealedTraces;

    TamperedTables(JdbcClient inside, Checkpoints checkpoints, Keys keys) {
        this.inside = inside;
        this.checkpoints = checkpoints;
        this.sealedTraces = new SealedTraces(keys);
    }

    long size() {
        return number("select coalesce(max(leaf) + 1, 0) from audit_leaf");
    }

    long leaf(SplittableRandom lots) {
        return lots.nextLong(size());
    }

    long node(SplittableRandom lots) {
        return lots.nextLong(number("select count(*) from audit_node where level = 1"));
    }

    long checkpoint(SplittableRandom lots) {
        return one(lots, "select size from checkpoint order by size");
    }

    long smallerCheckpoint(SplittableRandom lots) {
        return one(
                lots,
                "select size from checkpoint where size between 1 and (select max(size) - 1 from checkpoint) order by size");
    }

    private long one(SplittableRandom lots, String sql) {
        var all = inside.sql(sql).query(Long.class).list();
        return all.get(lots.nextInt(all.size()));
    }

    /// Changes some bits of one byte.
    void flip(String table, String column, String where, long which, SplittableRandom lots) {
        var mask = 1 + lots.nextInt(255);
        var at = inside.sql("select octet_length(" + column + ") from " + table + " where " + where)
                .param(which)
                .query(Integer.class)
                .single();
        inside.sql("update %1$s set %2$s = set_byte(%2$s, %3$d, get_byte(%2$s, %3$d) # %4$d) where %5$s"
                        .formatted(table, column, lots.nextInt(at), mask, where))
                .param(which)
                .update();
    }

    /// Changes one letter of a checkpoint.
    void flipNote(long size, SplittableRandom lots) {
        var note = checkpoints.note(size).orElseThrow();
        var at = lots.nextInt(note.length());
        var other = note.charAt(at) == 'A' ? 'B' : 'A';
        inside.sql("update checkpoint set note = ? where size = ?")
                .params(note.substring(0, at) + other + note.substring(at + 1), size)
                .update();
    }

    void otherPerson(long leaf) {
        inside.sql("update audit_event set person = gen_random_uuid() where id = (" + EVENT + ")")
                .param(leaf)
                .update();
    }

    void dateBack(long leaf, int seconds) {
        inside.sql("update audit_event set at = at - make_interval(secs => " + seconds + ") where id = (" + EVENT + ")")
                .param(leaf)
                .update();
    }

    void erase(long leaf) {
        inside.sql("update audit_event set body = null, person = null where id = (" + EVENT + ")")
                .param(leaf)
                .update();
    }

    /// A forged event that is sealed and hashed as it should be, in the midst of the others.
    void insert(long leaf, SplittableRandom lots) {
        var model = text(lots.nextLong(size()));
        var id = UUID.randomUUID();
        var forged = new SaltedText(
                new byte[16], model.text().text().replace(model.id().toString(), id.toString()));
        inside.sql("alter table audit_event disable trigger user").update();
        inside.sql("""
                        insert into audit_event (id, at, person, body, hash, actor_key, facility_key, address_key,
                                                 credential_key)
                        select ?, at, person, ?, ?, actor_key, facility_key, address_key, credential_key
                          from audit_event where id = ?""")
                .params(id, sealedTraces.seal(id, forged), forged.leaf().bytes(), model.id())
                .update();
        shift(leaf, 1);
        inside.sql("insert into audit_leaf (leaf, event, hash) values (?, ?, ?)")
                .params(leaf, id, forged.leaf().bytes())
                .update();
    }

    void delete(long leaf) {
        var event = event(leaf);
        inside.sql("delete from audit_leaf where leaf = ?").param(leaf).update();
        inside.sql("delete from audit_event where id = ?").param(event).update();
        shift(leaf, -1);
    }

    /// Two events change their places, hashes with them.
    void swap(long leaf, SplittableRandom lots) {
        var other = (leaf + 1 + lots.nextLong(size() - 1)) % size();
        inside.sql("update audit_leaf set leaf = leaf + ? where leaf in (?, ?)")
                .params(FAR, leaf, other)
                .update();
        inside.sql("update audit_leaf set leaf = case leaf when ? then ? else ? end where leaf >= ?")
                .params(FAR + leaf, other, leaf, FAR)
                .update();
    }

    /// Only the end of the log goes; what was signed over it stays.
    void cut(long leaf) {
        inside.sql("delete from audit_event where id in (select event from audit_leaf where leaf >= ?)")
                .param(leaf)
                .update();
        inside.sql("delete from audit_leaf where leaf >= ?").param(leaf).update();
    }

    /// All that came after a checkpoint goes, with all that knew of it.
    void rollBack(long size) {
        inside.sql("delete from checkpoint where size > ?").param(size).update();
        cut(size);
        inside.sql("delete from audit_node where (index + 1) * (256 ^ level) > ?")
                .param(size)
                .update();
    }

    /// One event says something else, under its own id, sealed and hashed anew.
    void reseal(long leaf) {
        var old = text(leaf);
        var forged = new SaltedText(
                old.text().salt(), old.text().text().replaceFirst("\"outcome\":\"[^\"]*\"", "\"outcome\":\"forged\""));
        inside.sql("update audit_event set body = ?, hash = ? where id = ?")
                .params(sealedTraces.seal(old.id(), forged), forged.leaf().bytes(), old.id())
                .update();
        inside.sql("update audit_leaf set hash = ? where leaf = ?")
                .params(forged.leaf().bytes(), leaf)
                .update();
    }

    /// Tiles and checkpoints as they would be had the log always been what it is now.
    void signAnew() {
        var sizes = new TreeSet<>(
                inside.sql("select size from checkpoint").query(Long.class).list());
        sizes.add(size());
        inside.sql("delete from audit_node").update();
        inside.sql("delete from checkpoint").update();
        var tree = new TreeRecount((level, index, hash) -> inside.sql("insert into audit_node values (?, ?, ?)")
                .params(level, index, hash.bytes())
                .update());
        if (sizes.contains(0L)) {
            checkpoints.add(0, tree.root());
        }
        for (var hash : hashes()) {
            tree.add(hash);
            if (sizes.contains(tree.size())) {
                checkpoints.add(tree.size(), tree.root());
            }
        }
    }

    private List<Hash> hashes() {
        return inside.sql("select hash from audit_leaf order by leaf")
                .query((row, number) -> new Hash(row.getBytes(1)))
                .list();
    }

    private record ReadableEvent(UUID id, SaltedText text) {}

    private ReadableEvent text(long leaf) {
        return inside.sql("select " + SealedTraces.COLUMNS + " from audit_event e where e.id = (" + EVENT + ")")
                .param(leaf)
                .query((row, number) -> new ReadableEvent(
                        row.getObject("id", UUID.class), sealedTraces.open(row).orElseThrow()))
                .single();
    }

    private UUID event(long leaf) {
        return inside.sql(EVENT).param(leaf).query(UUID.class).single();
    }

    /// By way of far away: no two leaves ever have one number.
    private void shift(long from, int by) {
        inside.sql("update audit_leaf set leaf = leaf + ? where leaf >= ?")
                .params(FAR, from)
                .update();
        inside.sql("update audit_leaf set leaf = leaf - ? where leaf >= ?")
                .params(FAR - by, FAR)
                .update();
    }

    private long number(String sql) {
        return inside.sql(sql).query(Long.class).single();
    }
}

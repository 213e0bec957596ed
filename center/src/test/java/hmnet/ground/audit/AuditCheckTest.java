package hmnet.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.AuditCheck.Verdict;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.StoredNodes;
import hmnet.witness.log.AuditTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What the owner of the tables cannot do unseen.
class AuditCheckTest extends AuditCentre {
    private static final int EVENTS = 600;

    @Autowired
    Keys keys;

    @Autowired
    DataSource database;

    @BeforeEach
    void aLogOfSomeTiles() {
        if (checkpoints.size() < EVENTS) {
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < EVENTS; i++) {
                    audit.write(opened(UUID.randomUUID(), Map.of("n", "" + i)));
                }
            });
        }
        awaitNumbering();
    }

    @Test
    void anUntouchedLogIsSound() throws Exception {
        assertThat(AuditCheck.of(data()).check(database))
                .isInstanceOfSatisfying(
                        Verdict.Sound.class, sound -> assertThat(sound.events()).isGreaterThanOrEqualTo(EVENTS));
    }

    /// Whoever rolls the database back takes the copy beside it away too.
    @Test
    void aLogWhoseCopyOutsideTheDatabaseIsGoneIsNotCalledSound(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("secrets"));
        try (var secrets = Files.list(data().resolve("secrets"))) {
            for (var file : secrets.toList()) {
                Files.copy(file, folder.resolve("secrets").resolve(file.getFileName()));
            }
        }
        assertThat(AuditCheck.of(folder).check(database))
                .isInstanceOfSatisfying(
                        Verdict.Differs.class,
                        differs -> assertThat(differs.what()).contains("last-checkpoint"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a bit of an event       | update audit_event set body = set_bit(body, 400, 1 - get_bit(body, 400)) where id = (select event from audit_leaf where leaf = 300) | event of leaf 300 does not open
            an event in another's row | update audit_event set body = (select o.body from audit_event o join audit_leaf l on l.event = o.id where l.leaf = 6) where id = (select event from audit_leaf where leaf = 7) | event of leaf 7 does not open
            an event not sealed     | update audit_event set body = null, salt = decode(repeat('00', 16), 'hex'), event = '{}' where id = (select event from audit_leaf where leaf = 7) | leaf 7 is not the hash
            an event hidden from its person | update audit_event set person = null where id = (select l.event from audit_leaf l join audit_event e on e.id = l.event where e.person is not null limit 1) | columns of the event of leaf
            an event given to another person | update audit_event set person = gen_random_uuid() where id = (select event from audit_leaf where leaf = 8) | columns of the event of leaf 8
            an event dated back     | update audit_event set at = at - interval '1 day' where id = (select event from audit_leaf where leaf = 8) | columns of the event of leaf 8
            an event hidden from questions | update audit_event set actor_key = null where id = (select event from audit_leaf where leaf = 8) | columns of the event of leaf 8
            an event under another facility | update audit_event set facility_key = 1 where id = (select event from audit_leaf where leaf = 8) | columns of the event of leaf 8
            a leaf's hash           | update audit_leaf set hash = sha256('x') where leaf = 9 | leaf 9 is not the hash
            a tile's hash           | update audit_node set hash = sha256('x') where level = 1 and index = 1 | hash 1 of level 1 does not fit
            a tile's hash gone      | delete from audit_node where level = 1 and index = 0 | hash 0 of level 1 is missing
            a tile's hash too many  | insert into audit_node values (1, 1000000, sha256('x')) | hashes that belong to no tile
            an event gone           | delete from audit_event where id = (select event from audit_leaf where leaf = 12) | event of leaf 12 is gone
            a leaf gone             | delete from audit_leaf where leaf = 13 | leaf 13 is missing
            the last leaf gone      | delete from audit_leaf where leaf = (select max(leaf) from audit_leaf) | was signed, and the log holds
            the log cut short       | delete from audit_leaf where leaf >= 256 | was signed, and the log holds
            the log emptied         | delete from audit_leaf | was signed, and the log holds
            a leaf added            | insert into audit_leaf select max(l.leaf) + 1, gen_random_uuid(), sha256('x') from audit_leaf l | is gone
            an event beside the log | alter table audit_event disable trigger all; insert into audit_event (id, at) values (gen_random_uuid(), now()) | was never given to the log
            an event gone while it waits | insert into audit_pending values (gen_random_uuid()) | was removed while it waited
            a leaf that waits again | insert into audit_pending select event from audit_leaf where leaf = 0 | waits although it has a leaf
            an event erased silently | update audit_event set body = null, person = null where id = (select event from audit_leaf where leaf = 14) | erased and no later event says why: leaves [14]
            an event erased in part | update audit_event set body = null where id = (select l.event from audit_leaf l join audit_event e on e.id = l.event where e.person is not null limit 1) | erased in part
            a checkpoint's root     | update checkpoint set note = overlay(note placing case substr(note, 25, 1) when 'A' then 'B' else 'A' end from 25) where size = (select max(size) from checkpoint) | does not sign the log as it is: its own text was changed
            a checkpoint's signature | update checkpoint set note = overlay(note placing case substr(note, length(note) - 19, 1) when 'A' then 'B' else 'A' end from length(note) - 19) where size = (select max(size) from checkpoint) | does not sign the log as it is: its own text was changed
            the last checkpoint gone | delete from checkpoint where size = (select max(size) from checkpoint) | the newest checkpoint covers
            a checkpoint's size     | update checkpoint set size = size + 1 where size = (select max(size) from checkpoint) | was signed, and the log holds
            """)
    void isSeen(String what, String tampering, String words) throws SQLException {
        assertThat(after(tampering))
                .as(what)
                .isInstanceOfSatisfying(
                        Verdict.Differs.class,
                        differs -> assertThat(differs.what()).contains(words));
    }

    /// Each leaf still is the hash of its event: only the order is wrong, and the words say between which leaves. Seen
    /// by the first signed size, or the first tile, that holds both.
    @Test
    void twoLeavesThatChangedPlacesAreFoundWhereTheyStand() throws SQLException {
        try (var owner = owner()) {
            var inside = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            long before = number(inside, "select coalesce(max(size), 0) from checkpoint where size <= 11");
            long after = number(inside, "select min(size) from checkpoint where size > 11");
            execute(owner, """
                    alter table audit_leaf drop constraint audit_leaf_event_key;
                    update audit_leaf a set event = b.event, hash = b.hash from audit_leaf b
                     where a.leaf + b.leaf = 21 and a.leaf in (10, 11)""");
            var expected = before == 11
                    ? "checkpoint 11 does not sign the log as it is: one of leaves"
                    : after < 256
                            ? "checkpoint %d does not sign the log as it is: one of leaves %d to %d was replaced, or two changed places"
                                    .formatted(after, before, after - 1)
                            : "hash 0 of level 1 does not fit the 256 below it: it was changed, or one of leaves 0 to 255"
                                    + " was replaced, or two changed places";
            assertThat(new AuditCheck(keys, List.of()).check(owner))
                    .isInstanceOfSatisfying(
                            Verdict.Differs.class,
                            differs -> assertThat(differs.what()).startsWith(expected));
        }
    }

    private static long number(JdbcClient inside, String sql) {
        return inside.sql(sql).query(Long.class).single();
    }

    @Test
    void aRollBackTogetherWithItsCheckpointsIsSeenByWhoeverKeptOne() throws SQLException {
        var kept = checkpoints.newest().orElseThrow();
        var later = write(opened(null, Map.of()));
        awaitNumbering();
        var newest = checkpoints.newest().orElseThrow();
        try (var owner = owner()) {
            rollBack(owner, later);
            assertThat(new AuditCheck(keys, List.of(kept)).check(owner)).isInstanceOf(Verdict.Sound.class);
            assertThat(new AuditCheck(keys, List.of(kept, newest)).check(owner))
                    .isInstanceOfSatisfying(
                            Verdict.Differs.class,
                            differs -> assertThat(differs.what()).contains("rolled back"));
        }
    }

    @Test
    void aLogThatWasWrittenAnewWithOurOwnKeyIsSeenByWhoeverKeptACheckpoint() throws SQLException {
        var last = write(opened(null, Map.of()));
        awaitNumbering();
        var kept = checkpoints.newest().orElseThrow();
        try (var owner = owner()) {
            rollBack(owner, last);
            append(owner);
            assertThat(new AuditCheck(keys, List.of()).check(owner)).isInstanceOf(Verdict.Sound.class);
            assertThat(new AuditCheck(keys, List.of(kept)).check(owner))
                    .isInstanceOfSatisfying(
                            Verdict.Differs.class,
                            differs -> assertThat(differs.what()).contains("replaced"));
        }
    }

    @Test
    void anEventErasedByAnEventThatSaysSoLeavesTheLogSound() throws SQLException {
        write(new Trace(
                Action.ERASED, Actor.CENTRE, 0, "", null, "term ended", "erased", new TreeMap<>(Map.of("leaf", "15"))));
        awaitNumbering();
        assertThat(after("update audit_event set body = null, person = null"
                        + " where id = (select event from audit_leaf where leaf = 15)"))
                .isInstanceOfSatisfying(
                        Verdict.Sound.class, sound -> assertThat(sound.erased()).isEqualTo(1));
    }

    private Verdict after(String tampering) throws SQLException {
        try (var owner = owner()) {
            execute(owner, tampering);
            return new AuditCheck(keys, List.of()).check(owner);
        }
    }

    /// Takes the newest event out with everything that knows of it.
    private static void rollBack(Connection owner, UUID event) throws SQLException {
        execute(owner, "delete from checkpoint where size = (select max(size) from checkpoint)");
        execute(owner, "delete from audit_leaf where event = '" + event + "'");
        execute(owner, "delete from audit_event where id = '" + event + "'");
        // What the event completed was not there before it.
        execute(
                owner,
                "delete from audit_node where (index + 1) * (256 ^ level) > (select max(leaf) + 1 from audit_leaf)");
    }

    /// Puts a forged event in the place of the one that was taken out, properly hashed and signed.
    private void append(Connection owner) throws SQLException {
        var at = Instant.parse("2026-01-01T00:00:00Z");
        var event = new AuditEvent(UUID.randomUUID(), at, opened(null, Map.of("forged", "yes")));
        var text = new SealedTraces.SaltedText(new byte[16], event.text());
        try (var insert = owner.prepareStatement("insert into audit_event (id, at, body, hash) values (?, ?, ?, ?)")) {
            insert.setObject(1, event.id());
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setBytes(3, new SealedTraces(keys).seal(event.id(), text));
            insert.setBytes(4, text.leaf().bytes());
            insert.executeUpdate();
        }
        execute(owner, "select audit_number(1000)");
        var inside = JdbcClient.create(new SingleConnectionDataSource(owner, true));
        var size = inside.sql("select max(leaf) + 1 from audit_leaf")
                .query(Long.class)
                .single();
        new Checkpoints(inside, keys, new AuditSettings("hmnet.example", 200, List.of(), 60))
                .add(size, new AuditTree(new StoredNodes(inside)).root(size));
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

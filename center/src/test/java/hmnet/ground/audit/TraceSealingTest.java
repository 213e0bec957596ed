package hmnet.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.AuditCheck.Verdict;
import hmnet.ground.audit.SealedTraces.SaltedText;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the log's tables say to somebody without the key, and how a log of before comes under it.
class TraceSealingTest extends AuditCentre {
    @Autowired
    Keys keys;

    @Autowired
    TraceSealing traceSealing;

    @Autowired
    DataSource database;

    @Test
    void aDumpOfTheLogSaysNothingOfWhoDidWhat() {
        var person = UUID.randomUUID();
        write(opened(person, Map.of("view", "laboratory", "secret", "見本 花子")));
        awaitNumbering();
        for (var table : List.of("audit_event", "audit_leaf", "audit_pending", "audit_node", "checkpoint")) {
            for (var word : List.of("chart-opened", "staff:", "laboratory", "花子", "treatment", "doctor")) {
                var bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
                assertThat(dump(table)).doesNotContain(word, bytes);
            }
        }
        assertThat(audit.of(person, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("secret", "見本 花子"));
    }

    /// A text that is guessed cannot be held against its leaf: the salt is sealed with it.
    @Test
    void theSaltIsSealedWithTheText() {
        var id = write(opened(null, Map.of("n", "1")));
        assertThat(db.sql("select salt is null and event is null and body is not null from audit_event where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aLogOfBeforeIsSealedInBatchesAndItsLeavesStay() throws Exception {
        var person = UUID.randomUUID();
        for (int n = 0; n < 7; n++) {
            plain(person, n);
        }
        awaitNumbering();
        assertThat(audit.of(person, 10)).as("read while it waits to be sealed").hasSize(7);
        var leaf = audit.of(person, 1).getFirst();
        var hash = audit.receipt(leaf.id()).orElseThrow().hash();
        assertThat(traceSealing.batch()).isPositive();
        traceSealing.all();
        assertThat(dump("audit_event")).doesNotContain("{\"action\"");
        assertThat(audit.of(person, 10)).hasSize(7);
        assertThat(audit.receipt(leaf.id()).orElseThrow().hash()).isEqualTo(hash);
        assertThat(AuditCheck.of(data()).check(database)).isInstanceOf(Verdict.Sound.class);
        assertThat(traceSealing.batch()).as("nothing is left").isZero();
    }

    /// As an outsider does who was handed salt and text.
    @Test
    void whoeverIsHandedSaltAndTextChecksTheLeafWithoutTheKey() throws Exception {
        var id = write(opened(null, Map.of("n", "7")));
        awaitNumbering();
        var handed = AuditCheck.of(data()).event(database, id).orElseThrow();
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update(HexFormat.of().parseHex(handed.salt()));
        var event = sha.digest(handed.text().getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        var leaf = sha.digest(event);
        assertThat(audit.receipt(id).orElseThrow().hash().bytes()).isEqualTo(leaf);
        assertThat(handed.leaf()).isEqualTo(HexFormat.of().formatHex(leaf));
        assertThat(AuditCheck.of(data()).event(database, UUID.randomUUID())).isEmpty();
    }

    /// The function of the take-over is no way to change what was written.
    @Test
    void sealingTakesNoOtherTextThanTheOneThatStands() {
        var id = plain(UUID.randomUUID(), 1);
        var other = new SaltedText(new byte[16], "{}");
        assertThat(db.sql("select audit_seal(?::uuid[], ?::bytea[], ?::bytea[])")
                        .params(
                                new String[] {id.toString()},
                                new byte[][] {new SealedTraces(keys).seal(id, other)},
                                new byte[][] {other.leaf().bytes()})
                        .query(Long.class)
                        .single())
                .isZero();
        traceSealing.all();
    }

    private String dump(String table) {
        return String.join(
                "\n",
                db.sql("select t::text from " + table + " t")
                        .query(String.class)
                        .list());
    }

    /// As events were written before they were sealed.
    private UUID plain(UUID person, int n) {
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var event = new AuditEvent(UUID.randomUUID(), at, opened(person, Map.of("n", "" + n)));
        db.sql("insert into audit_event (id, at, person, salt, event) values (?, ?, ?, ?, ?)")
                .params(event.id(), at.atOffset(ZoneOffset.UTC), person)
                .params("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), event.text())
                .update();
        return event.id();
    }
}

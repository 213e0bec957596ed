package hmnet.ground.transparency;

import hmnet.ground.keys.Keys;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Hash;
import hmnet.witness.log.ReceiptNote;
import hmnet.witness.log.SignatureLine;
import hmnet.witness.log.SignedReceipt;
import hmnet.witness.log.SignedReceipt.ReceiptCheck;
import hmnet.witness.log.VerifierKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The signed checkpoints (チェックポイント) with what witnesses wrote under them.
@Component
public class Checkpoints {
    private static final String NOTE_AND_SIZE = "select size, note from checkpoint c ";

    private final JdbcClient db;
    private final LogKey key;
    private final String origin;
    private final Map<String, VerifierKey> witnesses;

    public Checkpoints(JdbcClient db, Keys keys, AuditSettings settings) {
        this.db = db;
        this.key = new LogKey(keys);
        this.origin = settings.origin();
        this.witnesses = settings.witnesses().stream()
                .map(VerifierKey::ofWitness)
                .collect(Collectors.toUnmodifiableMap(VerifierKey::name, Function.identity()));
    }

    /// The newest one as a signed note, countersignatures below; empty in the first moment of a new centre.
    public Optional<String> newest() {
        return db.sql(NOTE_AND_SIZE + "order by size desc limit 1")
                .query((row, number) -> row.getString("note") + witnessed(row.getLong("size")))
                .optional();
    }

    /// The newest one that a witness countersigned: at a busy centre the newest of all is younger than any witness's
    /// look.
    public Optional<String> newestWitnessed() {
        return db.sql(NOTE_AND_SIZE + """
                        where size = (select max(size) from checkpoint_witness where name = any (?))""")
                .param(names().toArray(String[]::new))
                .query((row, number) -> row.getString("note") + witnessed(row.getLong("size")))
                .optional();
    }

    /// How many events the newest one covers.
    public long size() {
        return db.sql("select coalesce(max(size), 0) from checkpoint")
                .query(Long.class)
                .single();
    }

    /// What others need to check our signature, as `name+id+key`.
    public String verifier() {
        return key.verifier(origin);
    }

    /// The keys of the witnesses whose countersignatures count, as `name+id+key`.
    public List<String> witnessKeys() {
        return witnesses.values().stream().map(VerifierKey::text).sorted().toList();
    }

    /// A receipt with words, that anybody can check by our key alone.
    public String receipt(Receipt proven, List<String> words) {
        var note = key.sign(new ReceiptNote(origin, words, proven.hash()));
        return SignedReceipt.text(note, proven.leaf(), proven.proof(), proven.checkpoint());
    }

    /// What a file that somebody calls a receipt is worth.
    public ReceiptCheck check(String file) {
        return SignedReceipt.check(file, VerifierKey.ofLog(verifier()), List.copyOf(witnesses.values()));
    }

    /// The names of the witnesses whose countersignatures count.
    public Set<String> names() {
        return new TreeSet<>(witnesses.keySet());
    }

    /// Keeps a witness's signature line under the checkpoint of that size, if it is genuine.
    public CountersignResult countersign(long size, String signatureLine) {
        var line = SignatureLine.read(signatureLine);
        var witness = witnesses.get(line.name());
        if (witness == null) {
            return CountersignResult.UNKNOWN_WITNESS;
        }
        var note = note(size);
        if (note.isEmpty()) {
            return CountersignResult.UNKNOWN_CHECKPOINT;
        }
        if (!witness.signed(Checkpoint.read(note.get()), line)) {
            return CountersignResult.FALSE;
        }
        if (size < largest(line.name())) {
            return CountersignResult.OLD;
        }
        db.sql("insert into checkpoint_witness (size, name, line) values (?, ?, ?) on conflict do nothing")
                .params(size, line.name(), line.toString())
                .update();
        return CountersignResult.KEPT;
    }

    private long largest(String name) {
        return db.sql("select coalesce(max(size), 0) from checkpoint_witness where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    public Optional<String> note(long size) {
        return db.sql("select note from checkpoint where size = ?")
                .param(size)
                .query(String.class)
                .optional();
    }

    /// Signs and stores the checkpoint over a log that has grown.
    public String add(long size, Hash root) {
        var note = key.sign(new Checkpoint(origin, size, root));
        db.sql("insert into checkpoint (size, note) values (?, ?)")
                .params(size, note)
                .update();
        return note;
    }

    private String witnessed(long size) {
        var lines = db.sql("select line from checkpoint_witness where size = ? order by name limit 100")
                .param(size)
                .query((row, number) -> row.getString("line") + "\n")
                .list();
        return String.join("", lines);
    }

    /// What became of a witness's countersignature (立会人署名の受付結果).
    public enum CountersignResult {
        KEPT,
        /// No checkpoint of that size was ever signed here.
        UNKNOWN_CHECKPOINT,
        UNKNOWN_WITNESS,
        /// It does not sign this checkpoint under the witness's key.
        FALSE,
        /// The witness countersigned a larger one before.
        OLD
    }
}

package hmnet.ground.transparency;

import hmnet.ground.keys.Keys;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The signed checkpoints (チェックポイント) with what witnesses wrote under them.
@Component
public class Checkpoints {
    private final JdbcClient db;
    private final LogKey key;
    private final String origin;
    private final Map<String, Witness> witnesses;

    public Checkpoints(JdbcClient db, Keys keys, AuditSettings settings) {
        this.db = db;
        this.key = new LogKey(keys);
        this.origin = settings.origin();
        this.witnesses = settings.witnesses().stream()
                .map(Witness::of)
                .collect(Collectors.toUnmodifiableMap(Witness::name, Function.identity()));
    }

    /// The newest one as a signed note, countersignatures below; empty in the first moment of a new centre.
    public Optional<String> newest() {
        return db.sql("select size, note from checkpoint order by size desc limit 1")
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

    /// Keeps a witness's signature line under the checkpoint of that size, if it is genuine.
    public CountersignResult countersign(long size, String signatureLine) {
        var line = SignatureLine.read(signatureLine);
        var witness = witnesses.get(line.name());
        var note = note(size);
        if (witness == null) {
            return CountersignResult.UNKNOWN_WITNESS;
        }
        if (note.isEmpty()) {
            return CountersignResult.UNKNOWN_CHECKPOINT;
        }
        if (!witness.signed(Checkpoint.read(note.get()), line)) {
            return CountersignResult.FALSE;
        }
        db.sql("insert into checkpoint_witness (size, name, line) values (?, ?, ?) on conflict do nothing")
                .params(size, line.name(), line.toString())
                .update();
        return CountersignResult.KEPT;
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
        FALSE
    }
}

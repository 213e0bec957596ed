package hmnet.record.charts;

import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.filing.RecordState;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One hash over all that is filed (蓄積内容の照合値): facility, chart number, source key, version, state and
/// content of every row, without ids and times of arrival. It adds up the rows' hashes, so neither order of
/// arrival nor partition matters.
public final class Digest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    /// Ids are keyed by the centre's own secret; the same content has others in another centre.
    private static final Pattern IDS = Pattern.compile("\"(id|reference|fullUrl)\":\"[^\"]*\"");

    private static final int ROWS_AT_ONCE = 500;
    private final JdbcTemplate db;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final SealedNumbers numbers;
    private final MessageDigest sha;
    private BigInteger sum = BigInteger.ZERO;
    private long live;
    private long history;
    private long erased;
    private final Set<String> retracted = new HashSet<>();

    /// @param source the database as its owner sees it, inside a transaction, so that rows stream
    /// @param keys under which data keys are wrapped, and under those of the ring
    public Digest(DataSource source, Keys keys, KeyRing ring) {
        this.db = new JdbcTemplate(source);
        this.db.setFetchSize(ROWS_AT_ONCE);
        this.seals = new RowSeals(keys);
        this.numbers = new SealedNumbers(keys);
        this.envelopes = new Envelopes(new DataKeys(JdbcClient.create(source), keys, ring));
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// The line, with `erased=…` at its end where rows are erased: `digest: patients=… live=… history=… retracted=…
    /// quarantined=… sha256=…`.
    public String line() {
        db.query("""
                select f.code, p.number, r.facility, r.patient, r.id, r.kind, r.state, r.source_key, r.version,
                       r.occurred_at, r.extract, r.content
                  from record r join patient p on p.id = r.patient join facility f on f.id = r.facility""", this::add);
        var line = String.format(
                Locale.ROOT,
                "digest: patients=%d live=%d history=%d retracted=%d quarantined=%d sha256=%064x",
                count("select count(distinct patient) from record"),
                live,
                history,
                retracted.size(),
                count("select count(*) from inbox_outcome where state = " + FileState.QUARANTINED_CODE
                        + " and discarded_at is null"),
                sum);
        return erased == 0 ? line : line + " erased=" + erased;
    }

    /// How many files still wait to be filed; the digest is about what is filed.
    public long waiting() {
        return count("select count(*) from inbox_waiting");
    }

    private long count(String sql) {
        return java.util.Objects.requireNonNull(db.queryForObject(sql, Long.class));
    }

    private void add(ResultSet row) throws SQLException {
        var state = RecordState.of(row.getInt("state"));
        var kind = row.getInt("kind");
        switch (state) {
            case LIVE -> live += kind == 0 ? 0 : 1;
            case SUPERSEDED, CORRECTED -> history += kind == 0 ? 0 : 1;
            // A version that was deleted counts once, with rows, with the trace of its deletion, or with both.
            case RETRACTED, MOVED ->
                retracted.add(
                        row.getLong("patient") + " " + row.getString("source_key") + " " + row.getString("version"));
        }
        var text = String.join(
                "\n",
                row.getString("code"),
                numbers.open(row),
                seals.of(row.getLong("patient")).sourceOf(row.getString("source_key")),
                row.getString("version"),
                state.name(),
                Integer.toString(kind),
                row.getObject("occurred_at", java.time.OffsetDateTime.class)
                        .toInstant()
                        .toString(),
                kind == 0 ? "" : content(row));
        sum = sum.add(new BigInteger(1, sha.digest(text.getBytes(StandardCharsets.UTF_8))))
                .mod(MODULUS);
    }

    /// What is erased counts by its place alone.
    private String content(ResultSet row) throws SQLException {
        try {
            return open(row, "extract", 'x') + "\n" + open(row, "content", 'c');
        } catch (ErasedKey e) {
            erased++;
            return "";
        }
    }

    private String open(ResultSet row, String column, char place) throws SQLException {
        var sealed = row.getBytes(column);
        var where = EnvelopeContext.ofRecord(
                row.getLong("facility"), row.getLong("patient"), row.getObject("id", UUID.class), place);
        var text = new String(envelopes.with(e -> e.open(sealed, where)), StandardCharsets.UTF_8);
        return IDS.matcher(text).replaceAll("");
    }
}

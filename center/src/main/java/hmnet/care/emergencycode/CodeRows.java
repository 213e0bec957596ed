package hmnet.care.emergencycode;

import hmnet.ground.database.ColumnWord;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of codes (救急QRの表). The words lie sealed, bound to their row.
@Component
class CodeRows {
    private static final int LISTED = 50;
    private static final int PARTED_AT_ONCE = 1_000;
    private static final String PARTED = """
            exists (select from unnest(c.charts) as chart
                     where coalesce(holder_of(chart) <> all (one_with(c.person)), true))""";
    private static final String COLUMNS = """
            select id, account, state, months, epoch, drafted_at, made_at, until, ended_at, words
              from emergency_code where\s""";

    private final JdbcClient db;
    private final FieldSeal seal;

    CodeRows(JdbcClient db, Keys keys) {
        this.db = db;
        this.seal = new FieldSeal(keys, "emergency code");
    }

    /// In place of the drafts that this account made before of this person.
    ///
    /// @param charts of whom the words may tell
    UUID draft(PersonId person, long account, int months, List<PatientId> charts, CodeWords words) {
        db.sql("delete from emergency_code where person = ? and account = ? and state = " + CodeState.DRAFT.sql())
                .params(person.value(), account)
                .update();
        var id = UUID.randomUUID();
        db.sql("""
                        insert into emergency_code (id, person, account, state, charts, months, words)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        person.value(),
                        account,
                        CodeState.DRAFT.word(),
                        charts.stream().map(PatientId::value).toArray(Long[]::new),
                        months,
                        sealed(id, words))
                .update();
        return id;
    }

    /// Held until the transaction ends.
    Optional<KeptCode> held(PersonId person, UUID id) {
        return db.sql(COLUMNS + "person = ? and id = ? for update")
                .params(person.value(), id)
                .query(this::read)
                .optional();
    }

    Optional<KeptCode> find(PersonId person, UUID id) {
        return db.sql(COLUMNS + "person = ? and id = ?")
                .params(person.value(), id)
                .query(this::read)
                .optional();
    }

    /// Those that count first, then the newest; no drafts.
    List<KeptCode> of(PersonId person) {
        return db.sql(COLUMNS + "person = ? and made_at is not null order by state = " + CodeState.MADE.sql()
                        + " and until > now() desc, made_at desc limit " + LISTED)
                .param(person.value())
                .query(this::read)
                .list();
    }

    void make(UUID id, int epoch, Instant at, Instant until) {
        db.sql("update emergency_code set state = ?, epoch = ?, made_at = ?, until = ? where id = ?")
                .params(CodeState.MADE.word(), epoch, stamp(at), stamp(until), id)
                .update();
    }

    void end(UUID id) {
        db.sql("update emergency_code set state = ?, ended_at = now(), words = null where id = ?")
                .params(CodeState.ENDED.word(), id)
                .update();
    }

    /// Whose code that counts bears this printed number, held until the transaction ends. Two with one number are none.
    Optional<NumberedCode> numbered(String digits) {
        var found = db.sql(
                        "select id, person from emergency_code where id between ? and ? and until > now() and state = "
                                + CodeState.MADE.sql() + " limit 2 for update")
                .params(
                        UUID.fromString(digits + "-0000-0000-0000-000000000000"),
                        UUID.fromString(digits + "-ffff-ffff-ffff-ffffffffffff"))
                .query((row, number) -> new NumberedCode(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("person", UUID.class))))
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// A code and whose it is (だれの一件か).
    record NumberedCode(UUID id, PersonId person) {}

    /// Whether a chart that the words may tell of is not the person's any more: a wrong link was taken back, a merge or
    /// a join undone.
    boolean isParted(UUID id) {
        return db.sql("select " + PARTED + " from emergency_code c where c.id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /// Ends those that count and tell of somebody else's chart.
    List<NumberedCode> part() {
        return db.sql("""
                        update emergency_code set state = %s, ended_at = now(), words = null
                         where id in (select c.id from emergency_code c
                                       where c.state = %s and c.until > now() and %s limit %d)
                        returning id, person""".formatted(CodeState.PARTED.sql(), CodeState.MADE.sql(), PARTED, PARTED_AT_ONCE))
                .query((row, number) -> new NumberedCode(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("person", UUID.class))))
                .list();
    }

    /// Forgets drafts that can be made no more, the words of codes that expired, and in the end these too: a month
    /// after their day nobody asks for them.
    void sweep() {
        db.sql("delete from emergency_code where state = " + CodeState.DRAFT.sql()
                        + " and drafted_at < now() - make_interval(secs => ?)")
                .param(KeptCode.DRAFT.toSeconds())
                .update();
        db.sql("update emergency_code set words = null where words is not null and until < now()")
                .update();
        db.sql("delete from emergency_code where until < now() - interval '1 month'")
                .update();
    }

    private byte[] sealed(UUID id, CodeWords words) {
        return seal.seal(
                place(id), JsonMapper.shared().writeValueAsString(words).getBytes(StandardCharsets.UTF_8));
    }

    private KeptCode read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var words = row.getBytes("words");
        return new KeptCode(
                id,
                row.getLong("account"),
                ColumnWord.read(row, "state", CodeState.class),
                row.getInt("months"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                instant(row, "made_at"),
                instant(row, "until"),
                row.getObject("epoch", Integer.class),
                instant(row, "ended_at"),
                words == null ? null : JsonMapper.shared().readValue(seal.open(place(id), words), CodeWords.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String place(UUID id) {
        return "emergency_code words " + id;
    }
}

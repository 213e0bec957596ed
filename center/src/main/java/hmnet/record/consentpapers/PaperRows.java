package hmnet.record.consentpapers;

import hmnet.formats.other.FileKind;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import hmnet.record.consentpapers.ConsentPaper.PaperDraft;
import hmnet.record.consentpapers.ConsentPaper.PaperRemoval;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of papers (同意書の表). Words of people are sealed for their own row and column alone.
@Component
class PaperRows {
    private static final String COLUMNS = """
            select id, person, kind, signed_on, witness, object, file_kind, size, kept_at, kept_by, removed_at,
                   removal_asked_by, removed_by, removal_reason
              from consent_paper""";

    /// More than several persons who are one have together.
    private static final int LINES = 1_000;

    private final JdbcClient db;
    private final FieldSeal seal;

    PaperRows(JdbcClient db, Keys keys) {
        this.db = db;
        this.seal = new FieldSeal(keys, "consent papers");
    }

    /// Of a person and whoever is one with them, the newest first.
    List<ConsentPaper> of(PersonId person) {
        return db.sql(COLUMNS + " where person = any(one_with(?)) order by kept_at desc, id limit ?")
                .params(person.value(), LINES)
                .query(this::read)
                .list();
    }

    /// A paper of this person or whoever is one with them: by another's name nobody finds it.
    Optional<ConsentPaper> find(PersonId person, UUID id) {
        return one(person, id, "");
    }

    /// The same, which nobody takes away until the transaction ends.
    Optional<ConsentPaper> held(PersonId person, UUID id) {
        return one(person, id, " for update");
    }

    private Optional<ConsentPaper> one(PersonId person, UUID id, String more) {
        return db.sql(COLUMNS + " where person = any(one_with(?)) and id = ?" + more)
                .params(person.value(), id)
                .query(this::read)
                .optional();
    }

    /// How many a person has; holds the person's papers, so that two that are kept at once count one after the other.
    long count(PersonId person) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('consent paper ' || ?::text, 0))")
                .param(person.value())
                .query(row -> {});
        return db.sql("select count(*) from consent_paper where person = ?")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    void insert(UUID id, PaperDraft draft, UUID object, FileKind fileKind, long size, StaffId by) {
        db.sql("""
                        insert into consent_paper
                               (id, person, kind, signed_on, witness, object, file_kind, size, kept_by)
                        values (:id, :person, :kind, :signed, :witness, :object, :file_kind, :size, :by)""")
                .param("id", id)
                .param("person", draft.person().value())
                .param("kind", draft.kind().word())
                .param("signed", draft.signedOn())
                .param("witness", draft.witness().isEmpty() ? null : sealed(id, "witness", draft.witness()))
                .param("object", object)
                .param("file_kind", fileKind.name())
                .param("size", size)
                .param("by", by.value())
                .update();
    }

    /// The row stays and no longer names any bytes.
    void remove(UUID id, StaffId askedBy, StaffId by, String reason) {
        db.sql("""
                        update consent_paper
                           set object = null, removed_at = now(), removal_asked_by = :asked, removed_by = :by,
                               removal_reason = :reason
                         where id = :id""")
                .param("asked", askedBy.value())
                .param("by", by.value())
                .param("reason", sealed(id, "reason", reason))
                .param("id", id)
                .update();
    }

    private ConsentPaper read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ConsentPaper(
                id,
                new PersonId(row.getObject("person", UUID.class)),
                ColumnWord.read(row, "kind", PaperKind.class),
                row.getObject("signed_on", LocalDate.class),
                opened(id, "witness", row.getBytes("witness")),
                row.getObject("object", UUID.class),
                FileKind.valueOf(row.getString("file_kind")),
                row.getInt("size"),
                row.getObject("kept_at", OffsetDateTime.class),
                new StaffId(row.getLong("kept_by")),
                removal(id, row));
    }

    private @Nullable PaperRemoval removal(UUID id, ResultSet row) throws SQLException {
        var reason = opened(id, "reason", row.getBytes("removal_reason"));
        return reason == null
                ? null
                : new PaperRemoval(
                        row.getObject("removed_at", OffsetDateTime.class),
                        new StaffId(row.getLong("removal_asked_by")),
                        new StaffId(row.getLong("removed_by")),
                        reason);
    }

    private byte[] sealed(UUID id, String column, String words) {
        return seal.seal(place(id, column), words.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String opened(UUID id, String column, byte @Nullable [] sealed) {
        return sealed == null ? null : new String(seal.open(place(id, column), sealed), StandardCharsets.UTF_8);
    }

    private static String place(UUID id, String column) {
        return "consent_paper|" + column + "|" + id;
    }
}

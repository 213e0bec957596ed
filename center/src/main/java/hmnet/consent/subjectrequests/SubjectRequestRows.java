package hmnet.consent.subjectrequests;

import hmnet.consent.subjectrequests.SubjectRequest.RequestDraft;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of requests, whose words are sealed for their own row and column alone (開示等の請求の表).
@Component
class SubjectRequestRows {
    private static final String COLUMNS = """
            select id, person, kind, holder, record, asked_by, how, words, received_on, due_on, extension, outcome,
                   ground, answer, answered_at, taken_by
              from subject_request""";

    private final JdbcClient db;
    private final FieldSeal seal;

    SubjectRequestRows(JdbcClient db, Keys keys) {
        this.db = db;
        this.seal = new FieldSeal(keys, "requests of subjects");
    }

    JdbcClient.StatementSpec select(String rest) {
        return db.sql(COLUMNS + " " + rest);
    }

    /// One that nobody else answers or changes meanwhile.
    Optional<SubjectRequest> held(UUID id) {
        return select("where id = ? for update").param(id).query(this::read).optional();
    }

    UUID insert(RequestDraft draft, String how, LocalDate due, String takenBy) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into subject_request
                       (id, person, kind, holder, asked_by, how, words, received_on, due_on, taken_by)
                values (:id, :person, :kind, :holder, :asked_by, :how, :words, :received, :due, :taken_by)""")
                .param("id", id)
                .param("person", draft.person().value())
                .param("kind", draft.kind().word())
                .param("holder", draft.holder() == null ? null : draft.holder().value())
                .param("asked_by", draft.askedBy())
                .param("how", how)
                .param("words", sealed(id, "words", draft.words()))
                .param("received", draft.receivedOn())
                .param("due", due)
                .param("taken_by", takenBy)
                .update();
        return id;
    }

    byte[] sealed(UUID id, String column, String words) {
        return seal.seal(place(id, column), words.getBytes(StandardCharsets.UTF_8));
    }

    SubjectRequest read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var holder = row.getObject("holder", Long.class);
        return new SubjectRequest(
                id,
                new PersonId(row.getObject("person", UUID.class)),
                ColumnWord.read(row, "kind", RequestKind.class),
                holder == null ? null : new FacilityId(holder),
                row.getObject("record", UUID.class),
                row.getString("asked_by"),
                row.getString("how"),
                opened(id, "words", row.getBytes("words")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                words(id, "extension", row.getBytes("extension")),
                RequestOutcome.read(row.getString("outcome")),
                RefusalGround.of(Optional.ofNullable(row.getString("ground")).orElse(""))
                        .orElse(null),
                words(id, "answer", row.getBytes("answer")),
                row.getObject("answered_at", OffsetDateTime.class),
                row.getString("taken_by"));
    }

    private @Nullable String words(UUID id, String column, byte @Nullable [] sealed) {
        return sealed == null ? null : opened(id, column, sealed);
    }

    private String opened(UUID id, String column, byte[] sealed) {
        return new String(seal.open(place(id, column), sealed), StandardCharsets.UTF_8);
    }

    private static String place(UUID id, String column) {
        return "subject_request|" + id + "|" + column;
    }
}

package hmnet.care.lifebox;

import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.record.answers.SheetResponse;
import hmnet.record.forms.SheetStore;
import hmnet.record.forms.SignedResponse;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of signed life boxes (命の宝箱の表). What they say lies sealed under the key of the chart.
@Component
class LifeboxRows {
    private static final int READ = 60;

    /// Of the person and of everybody who is one with them, as long as the chart it was filed under is theirs.
    private static final String OF_PERSON = """
            select id, form, patient, facility, sheet, state, signed_at, reviewed_at, said
              from lifebox
             where person = any (one_with(:person)) and holder_of(patient) = any (one_with(:person))""";

    private final JdbcClient db;
    private final SheetStore sheets;
    private final DataKeys dataKeys;
    private final Envelopes envelopes;

    LifeboxRows(JdbcClient db, SheetStore sheets, DataKeys dataKeys, Envelopes envelopes) {
        this.db = db;
        this.sheets = sheets;
        this.dataKeys = dataKeys;
        this.envelopes = envelopes;
    }

    void insert(SignedResponse signed, PatientId patient, BoxState state) {
        var author = signed.author();
        var id = UUID.randomUUID();
        dataKeys.hold(author.source());
        var key = dataKeys.of(author.source(), author.chartNumber());
        var place = EnvelopeContext.ofLifebox(author.source().value(), id);
        db.sql("""
                        insert into lifebox (id, form, person, patient, facility, sheet, state, signed_at, said)
                        values (:id, :form, :person, :patient, :facility, :sheet, :state, :at, :said)""")
                .param("id", id)
                .param("form", signed.form())
                .param("person", author.person().value())
                .param("patient", patient.value())
                .param("facility", author.source().value())
                .param("sheet", signed.kept().id())
                .param("state", state.word())
                .param("at", signed.at())
                .param(
                        "said",
                        envelopes.with(envelope -> envelope.seal(signed.response(), Dictionaries.CONTENT, key, place)))
                .update();
    }

    /// The newest first; what was erased is not among them.
    List<KeptBox> of(PersonId person) {
        return db
                .sql(OF_PERSON + " order by signed_at desc, id limit " + READ)
                .param("person", person.value())
                .query(this::box)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    Optional<KeptBox> find(PersonId person, UUID id) {
        return db
                .sql(OF_PERSON + " and id = :id")
                .param("person", person.value())
                .param("id", id)
                .query(this::box)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// The newest in a state; of those few are erased, so few are read.
    Optional<KeptBox> newest(PersonId person, BoxState state) {
        return db
                .sql(OF_PERSON + " and state = " + state.sql() + " order by signed_at desc, id limit 3")
                .param("person", person.value())
                .query(this::box)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    void settle(UUID id, BoxState state) {
        db.sql("update lifebox set state = ?, settled_at = now() where id = ?")
                .params(state.word(), id)
                .update();
    }

    void review(UUID id) {
        db.sql("update lifebox set reviewed_at = now() where id = ?").param(id).update();
    }

    /// How often something was signed since yesterday.
    long today(PersonId person) {
        return db.sql("select count(*) from (" + OF_PERSON + " and signed_at > now() - interval '1 day') as today")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    /// Null for one whose key was destroyed.
    private @Nullable KeptBox box(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var facility = row.getLong("facility");
        var said = row.getBytes("said");
        try {
            var response = envelopes.with(envelope -> envelope.open(said, EnvelopeContext.ofLifebox(facility, id)));
            return new KeptBox(
                    id,
                    row.getObject("form", UUID.class),
                    new PatientId(row.getLong("patient")),
                    new FacilityId(facility),
                    ColumnWord.read(row, "state", BoxState.class),
                    row.getObject("signed_at", OffsetDateTime.class),
                    row.getObject("reviewed_at", OffsetDateTime.class),
                    sheets.find(row.getLong("sheet")).orElseThrow(),
                    SheetResponse.find(new String(response, StandardCharsets.UTF_8))
                            .orElseThrow());
        } catch (ErasedKey erased) {
            return null;
        }
    }
}

package hmnet.care.vitaltargets;

import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.people.links.OwnCharts.OwnChart;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of targets (目標の表). What they say lies sealed under the key of the chart in the handbook.
@Component
class TargetRows {
    private static final int READ = 300;

    /// Of the person and of everybody who is one with them, as long as the chart it was written under is theirs.
    private static final String OF_PERSON = """
            select id, patient, facility, state, written_at, settled_at, said
              from vital_target
             where person = any (one_with(:person)) and holder_of(patient) = any (one_with(:person))""";

    private final JdbcClient db;
    private final DataKeys dataKeys;
    private final Envelopes envelopes;

    TargetRows(JdbcClient db, DataKeys dataKeys, Envelopes envelopes) {
        this.db = db;
        this.dataKeys = dataKeys;
        this.envelopes = envelopes;
    }

    void insert(PersonId person, FacilityId facility, OwnChart chart, OffsetDateTime at, SealedTarget target) {
        var id = UUID.randomUUID();
        dataKeys.hold(facility);
        var key = dataKeys.of(facility, chart.number());
        var place = EnvelopeContext.ofVitalTarget(facility.value(), id);
        db.sql("""
                        insert into vital_target (id, person, patient, facility, state, written_at, said)
                        values (:id, :person, :patient, :facility, :state, :at, :said)""")
                .param("id", id)
                .param("person", person.value())
                .param("patient", chart.patient().value())
                .param("facility", facility.value())
                .param("state", TargetState.STANDS.word())
                .param("at", at)
                .param(
                        "said",
                        envelopes.with(envelope -> envelope.seal(target.bytes(), Dictionaries.CONTENT, key, place)))
                .update();
    }

    /// The newest first; what was erased is not among them.
    List<VitalTarget> of(PersonId person) {
        return db
                .sql(OF_PERSON + " order by (settled_at is null) desc, written_at desc, id limit " + READ)
                .param("person", person.value())
                .query(this::target)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    void settle(UUID id, TargetState state, OffsetDateTime at) {
        db.sql("update vital_target set state = ?, settled_at = ? where id = ?")
                .params(state.word(), at, id)
                .update();
    }

    long today(PersonId person) {
        return db.sql("select count(*) from (" + OF_PERSON + " and written_at > now() - interval '1 day') as today")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    /// Null for one whose key was destroyed.
    private @Nullable VitalTarget target(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var facility = row.getLong("facility");
        var said = row.getBytes("said");
        try {
            var open = envelopes.with(envelope -> envelope.open(said, EnvelopeContext.ofVitalTarget(facility, id)));
            var target = SealedTarget.read(open);
            return new VitalTarget(
                    id,
                    new FacilityId(facility),
                    new PatientId(row.getLong("patient")),
                    ColumnWord.read(row, "state", TargetState.class),
                    row.getObject("written_at", OffsetDateTime.class),
                    row.getObject("settled_at", OffsetDateTime.class),
                    target.proxy(),
                    target.range());
        } catch (ErasedKey erased) {
            return null;
        }
    }
}

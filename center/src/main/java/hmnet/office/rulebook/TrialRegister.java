package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleTrials.ReaderKind;
import hmnet.consent.decisions.RuleTrials.TrialCursor;
import hmnet.consent.decisions.TriedChange;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.RuleTally.KindTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Trials of changed rules (試算の台帳): what each one counts, how far it is, and what it found.
@Component
class TrialRegister {
    private static final int KEPT_DAYS = 90;
    private static final int EXAMPLES_MAX = 5;

    private final JdbcClient db;

    TrialRegister(JdbcClient db) {
        this.db = db;
    }

    /// @param facility whose rule it would change; null for the network's policy
    /// @param tried the moment for which both sides are decided
    /// @param charts how many there were when it began
    /// @param last the last chart that was counted
    record StoredTrial(
            long id,
            @Nullable FacilityId facility,
            String words,
            StaffId by,
            OffsetDateTime tried,
            long charts,
            long counted,
            TrialCursor last,
            @Nullable OffsetDateTime finished) {
        TriedChange change() {
            return TriedChange.of(facility, words);
        }
    }

    /// What one profession at one kind of facility would see otherwise, of one kind.
    record TrialKey(ReaderKind reader, RecordKind kind) {}

    record TrialCount(KindTally before, KindTally after, List<PatientId> examples) {
        TrialCount plus(TrialCount more) {
            return new TrialCount(
                    before.plus(more.before),
                    after.plus(more.after),
                    Stream.concat(examples.stream(), more.examples.stream())
                            .limit(EXAMPLES_MAX)
                            .toList());
        }
    }

    long begin(TriedChange change, OffsetDateTime tried, long charts, StaffId by) {
        db.sql("""
                        delete from rule_trial where facility is not distinct from ?::bigint
                           and asked_at < now() - make_interval(days => ?)""").param(number(change.source())).param(KEPT_DAYS).update();
        return db.sql("""
                        insert into rule_trial (facility, words, asked_by, tried_at, charts) values (?, ?, ?, ?, ?)
                        returning id""")
                .param(number(change.source()))
                .param(change.words())
                .param(by.value())
                .param(tried)
                .param(charts)
                .query(Long.class)
                .single();
    }

    /// Nobody but its facility knows of it, and of the network's nobody but the office.
    Optional<StoredTrial> of(long id, @Nullable FacilityId facility) {
        return db.sql("select * from rule_trial where id = ? and facility is not distinct from ?::bigint")
                .param(id)
                .param(number(facility))
                .query(TrialRegister::read)
                .optional();
    }

    Optional<StoredTrial> newest(TriedChange change) {
        return db.sql("""
                        select * from rule_trial where facility is not distinct from ?::bigint and words = ?
                         order by id desc limit 1""")
                .param(number(change.source()))
                .param(change.words())
                .query(TrialRegister::read)
                .optional();
    }

    /// The oldest that is not done, for this transaction alone.
    Optional<StoredTrial> next() {
        return db.sql("select * from rule_trial where finished_at is null order by id limit 1 for update skip locked")
                .query(TrialRegister::read)
                .optional();
    }

    /// This one, if it is not done and nobody is at it.
    Optional<StoredTrial> next(long id) {
        return db.sql("select * from rule_trial where id = ? and finished_at is null for update skip locked")
                .param(id)
                .query(TrialRegister::read)
                .optional();
    }

    /// In the transaction that counted: broken off and begun again, nothing is counted twice or left out.
    void add(StoredTrial trial, long counted, TrialCursor last, boolean over, Map<TrialKey, TrialCount> counts) {
        db.sql("""
                        update rule_trial set counted = counted + ?, last_patient = ?, last_person = ?,
                               finished_at = case when ? then now() end
                         where id = ?""")
                .params(counted, last.patient().value(), last.person().value(), over, trial.id())
                .update();
        counts.forEach((key, count) -> db.sql("""
                        insert into rule_trial_count as c (trial, profession, facility_kind, kind, rows_before,
                                                           charts_before, rows_after, charts_after, examples)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (trial, profession, facility_kind, kind) do update
                           set rows_before = c.rows_before + excluded.rows_before,
                               charts_before = c.charts_before + excluded.charts_before,
                               rows_after = c.rows_after + excluded.rows_after,
                               charts_after = c.charts_after + excluded.charts_after,
                               examples = (c.examples || excluded.examples)[1:%d]""".formatted(EXAMPLES_MAX))
                .params(
                        trial.id(),
                        key.reader().profession().word(),
                        key.reader().at().word(),
                        key.kind().bit(),
                        count.before().rows(),
                        count.before().charts(),
                        count.after().rows(),
                        count.after().charts(),
                        count.examples().stream().map(PatientId::value).toArray(Long[]::new))
                .update());
    }

    /// Those that differ, by profession and kind.
    List<Map.Entry<TrialKey, TrialCount>> found(StoredTrial trial) {
        return db.sql("""
                        select * from rule_trial_count
                         where trial = ? and (rows_before <> rows_after or examples <> '{}')
                         order by profession, kind, facility_kind""").param(trial.id()).query(TrialRegister::count).list();
    }

    private static Map.Entry<TrialKey, TrialCount> count(ResultSet row, int number) throws SQLException {
        var reader = new ReaderKind(
                Profession.of(row.getString("profession")), FacilityKind.of(row.getString("facility_kind")));
        return Map.entry(
                new TrialKey(reader, RecordKind.of(row.getInt("kind"))),
                new TrialCount(
                        new KindTally(row.getLong("rows_before"), row.getLong("charts_before")),
                        new KindTally(row.getLong("rows_after"), row.getLong("charts_after")),
                        Arrays.stream((Long[]) row.getArray("examples").getArray())
                                .map(PatientId::new)
                                .toList()));
    }

    private static @Nullable Long number(@Nullable FacilityId facility) {
        return facility == null ? null : facility.value();
    }

    private static StoredTrial read(ResultSet row, int number) throws SQLException {
        var facility = row.getObject("facility", Long.class);
        return new StoredTrial(
                row.getLong("id"),
                facility == null ? null : new FacilityId(facility),
                row.getString("words"),
                new StaffId(row.getLong("asked_by")),
                row.getObject("tried_at", OffsetDateTime.class),
                row.getLong("charts"),
                row.getLong("counted"),
                new TrialCursor(
                        new PatientId(row.getLong("last_patient")),
                        new PersonId(row.getObject("last_person", UUID.class))),
                row.getObject("finished_at", OffsetDateTime.class));
    }
}

package hmnet.people.links;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.SealedNumbers;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A facility's own merges of chart numbers, and taking them back (施設による患者統合). No record and no link
/// moves: while two charts are merged, the person of one has both.
@Component
public class FacilityMerges {
    /// More charts than this are one by mistake (a feed that merges everybody into one number), and whose
    /// they are would be worked out at each look.
    public static final int CHARTS_MAX = 20;

    private static final int LOCK_SPACE = 7004;
    private final JdbcTemplate db;
    private final MergeRows rows;
    private final MatchQueue matching;
    private final SealedNumbers numbers;

    FacilityMerges(JdbcTemplate db, MergeRows rows, MatchQueue matching, SealedNumbers numbers) {
        this.numbers = numbers;
        this.db = db;
        this.rows = rows;
        this.matching = matching;
    }

    /// What a facility said of two of its chart numbers.
    ///
    /// @param number the one merged away
    /// @param into the one that stays
    /// @param undone whether they are parted again
    /// @param trigger why it was sent, such as `A40`
    /// @param at when it happened at the facility; orders merges and their undoing, whichever came first
    /// @param message MSH-10 of the message that said so
    /// @param patient who of the humans whom the first number meant, or null: who has it now
    /// @param stays the same of the second
    public record MergeStatement(
            String number,
            String into,
            boolean undone,
            String trigger,
            OffsetDateTime at,
            String message,
            @Nullable PatientId patient,
            @Nullable PatientId stays) {
        /// Of those who have the numbers now.
        public MergeStatement(
                String number, String into, boolean undone, String trigger, OffsetDateTime at, String message) {
            this(number, into, undone, trigger, at, message, null, null);
        }
    }

    /// Takes down what a facility said; numbers nobody has sent yet are taken down with it. Of a number that has
    /// meant several humans the statement says whom it means. The charts wait to be matched, where one that
    /// contradicts what a human said becomes a question.
    ///
    /// @return what was not taken down, since more than `CHARTS_MAX` charts would be one
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MergeStatement> file(FacilityId facility, List<MergeStatement> said) {
        if (said.isEmpty()) {
            return List.of();
        }
        db.query("select pg_advisory_xact_lock(?, ?)", row -> {}, LOCK_SPACE, Long.hashCode(facility.value()));
        var charts = charts(facility, said);
        var touched = new HashSet<Long>();
        var refused = new ArrayList<MergeStatement>();
        for (var one :
                said.stream().sorted(Comparator.comparing(MergeStatement::at)).toList()) {
            var patient = one.patient() == null
                    ? charts.get(one.number())
                    : (Long) one.patient().value();
            var into = one.stays() == null
                    ? charts.get(one.into())
                    : (Long) one.stays().value();
            if (patient == null || into == null || patient.equals(into)) {
                continue;
            }
            if (!one.undone() && rows.together(patient, into) > CHARTS_MAX) {
                refused.add(one);
                continue;
            }
            rows.write(patient, into, one, Actor.facility(facility.value()));
            touched.addAll(rows.settle(List.of(patient, into)));
        }
        matching.add(touched);
        return refused;
    }

    /// The open epoch of each number, in one order for all who ask.
    private Map<String, Long> charts(FacilityId facility, List<MergeStatement> said) {
        var wanted = said.stream()
                .flatMap(one -> Stream.of(one.number(), one.into()))
                .distinct()
                .sorted()
                .toList();
        var sealed = numbers.of(facility, wanted);
        db.update("""
                insert into patient (facility, number) select ?, n from unnest(?::bytea[]) as n
                    on conflict (facility, domain, number, epoch) do nothing""", facility.value(), sealed);
        var charts = new HashMap<String, Long>();
        db.query(
                """
                select distinct on (number) facility, number, id from patient
                 where facility = ? and domain = '' and number = any(?)
                 order by number, closed_at is not null, epoch desc""",
                row -> {
                    charts.put(numbers.open(row), row.getLong("id"));
                },
                facility.value(),
                sealed);
        return charts;
    }
}

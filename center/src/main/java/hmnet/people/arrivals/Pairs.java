package hmnet.people.arrivals;

import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.people.arrivals.Pair.OnSame;
import hmnet.people.arrivals.Pair.PairChart;
import hmnet.people.arrivals.Pair.Party;
import hmnet.people.links.LinkSource;
import hmnet.people.links.ReviewState;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A question of the review desk as a human sees it (確認する組の読み出し).
@Component
public class Pairs {
    private final JdbcClient db;
    private final Lookalikes lookalikes;
    private final ReviewRows rows;
    private final LinkHistory history;

    Pairs(JdbcClient db, Lookalikes lookalikes, ReviewRows rows, LinkHistory history) {
        this.db = db;
        this.lookalikes = lookalikes;
        this.rows = rows;
        this.history = history;
    }

    /// A question that waits or was decided. What was answered otherwise, or is about somebody who is left out
    /// of matching, is not there.
    public Optional<Pair> find(long id) {
        return db.sql("""
                        select id, kind, coalesce('p' || patient, 'n' || person) as one,
                               coalesce('p' || other_patient, 'n' || other_person) as other,
                               score, risk, evidence, state, opened_at
                          from match_review where id = ? and state <> ?""")
                .params(id, ReviewState.GONE.word())
                .query((row, number) -> {
                    var one = lookalikes.side(row.getString("one")).orElseThrow();
                    var other = lookalikes.side(row.getString("other")).orElseThrow();
                    if (hidden(one) || hidden(other)) {
                        return Optional.<Pair>empty();
                    }
                    var state = ColumnWord.read(row, "state", ReviewState.class);
                    var a = group(one);
                    var b = group(other);
                    return Optional.of(new Pair(
                            row.getLong("id"),
                            ReviewReason.valueOf(row.getString("kind")),
                            row.getDouble("score"),
                            state,
                            new ReviewQueue.QueuePlace(
                                    state == ReviewState.LATER, row.getFloat("risk"), row.getLong("id")),
                            row.getObject("opened_at", OffsetDateTime.class),
                            rows.read(row.getString("evidence")),
                            party(one, a),
                            party(other, b),
                            a.person() != null && b.isOf(a.person()),
                            onSame(a, b),
                            MatchSubject.spelling(one, other)));
                })
                .optional()
                .flatMap(pair -> pair);
    }

    private boolean hidden(MatchSubject matchSubject) {
        return lookalikes.leftOut(matchSubject)
                || matchSubject.person() != null && history.hidden(new PersonId(matchSubject.person()));
    }

    private PersonGroup group(MatchSubject matchSubject) {
        return matchSubject.person() == null
                ? new PersonGroup(null, List.of(matchSubject))
                : new PersonGroup(matchSubject.person(), lookalikes.members(matchSubject.person()));
    }

    private static OnSame onSame(PersonGroup a, PersonGroup b) {
        if (a.person() == null && b.person() == null) {
            return a.bestBorn(b).isEmpty() ? OnSame.NO_BIRTH_DATE : OnSame.NEW_PERSON;
        }
        if (a.person() != null && b.isOf(a.person())) {
            return OnSame.STAYS;
        }
        return a.person() != null && b.person() != null && a.firm() && b.firm() ? OnSame.JOIN : OnSame.LINK;
    }

    private record ChartLinkage(OffsetDateTime since, LinkSource source) {}

    private Party party(MatchSubject matchSubject, PersonGroup group) {
        var held = held(group);
        return new Party(
                matchSubject.person() == null ? null : new PersonId(matchSubject.person()),
                group.firm(),
                chart(matchSubject, held),
                group.sides().stream().map(own -> chart(own, held)).toList());
    }

    private Map<Long, ChartLinkage> held(PersonGroup group) {
        var patients = group.sides().stream()
                .map(MatchSubject::patient)
                .filter(Objects::nonNull)
                .toArray(Long[]::new);
        var held = new HashMap<Long, ChartLinkage>();
        db.sql("""
                        select l.patient, l.since, l.source from linkage l where l.patient = any(:patients)
                           and l.person = holder_of(l.patient)
                        union all
                        select c.patient, (select min(e.received_at) from patient_merge_event e
                                            where e.action = 'merge' and c.patient in (e.patient, e.into_patient)), 'merge'
                          from charts_of(:person) c where c.source = 'merge' and c.patient = any(:patients)""")
                .param("patients", patients)
                .param("person", group.person())
                .query((row, number) -> held.put(
                        row.getLong("patient"),
                        new ChartLinkage(
                                row.getObject("since", OffsetDateTime.class),
                                ColumnWord.read(row, "source", LinkSource.class))))
                .list();
        return held;
    }

    private static PairChart chart(MatchSubject matchSubject, Map<Long, ChartLinkage> held) {
        @Nullable ChartLinkage link = matchSubject.patient() == null ? null : held.get(matchSubject.patient());
        return new PairChart(
                matchSubject.patient() == null ? null : new PatientId(matchSubject.patient()),
                matchSubject.patient() == null ? null : new FacilityId(matchSubject.facility()),
                matchSubject.number(),
                matchSubject.said().withoutInsurance(),
                link == null ? null : link.since(),
                link == null ? null : link.source());
    }
}

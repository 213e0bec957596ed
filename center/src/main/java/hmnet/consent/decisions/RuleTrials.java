package hmnet.consent.decisions;

import hmnet.consent.consents.ConsentState;
import hmnet.consent.policy.AccessPolicy;
import hmnet.consent.policy.PolicyBook;
import hmnet.consent.provisions.ConsentProvisions;
import hmnet.consent.provisions.ConsentProvisions.KindDenial;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Successions;
import hmnet.ground.routes.Right;
import hmnet.people.patients.LinkedPatient;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tries a change on charts before it holds (開示ルールの試算): the lines that consents and denials give each profession, as
/// things are and with the change, by the code that decides charts. They are worked out once for all charts of a
/// facility whose consents and denials say the same.
@Component
public class RuleTrials {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final FacilityId ELSEWHERE = new FacilityId(0);
    private static final PatientId ANYBODY = new PatientId(0);

    private static final String CHARTS = """
              from patient p
              join linkage l on l.patient = p.id
              join consent c on c.person = l.person
             where c.state = %s""".formatted(ConsentState.GIVEN.sql());

    private static final String CHART =
            "select p.id, p.facility, c.person, c.kinds, c.labels, c.provisions > 0 as denies ";

    /// Of the whole network person by person, so that each is counted once.
    private static final String OF_NETWORK = CHART + CHARTS + """
             and c.person in (select n.person from consent n where n.state = %s and n.person > ?
                               order by n.person limit ?)
             order by c.person, p.id""".formatted(ConsentState.GIVEN.sql());

    private final JdbcClient db;
    private final Facilities facilities;
    private final Successions successions;
    private final Rules rules;
    private final Clock clock;
    private final SealedNumbers sealed;
    private final AccessPolicy policy;
    private final ConsentProvisions provisions;

    RuleTrials(
            JdbcClient db,
            Facilities facilities,
            Successions successions,
            Rules rules,
            Clock clock,
            SealedNumbers sealed,
            AccessPolicy policy,
            ConsentProvisions provisions) {
        this.policy = policy;
        this.provisions = provisions;
        this.sealed = sealed;
        this.db = db;
        this.facilities = facilities;
        this.successions = successions;
        this.rules = rules;
        this.clock = clock;
    }

    /// What decides alike for all charts of which it is said.
    ///
    /// @param source whose records
    /// @param denied what the person denies to readers whom nobody named
    public record ConsentScope(FacilityId source, long kinds, long labels, List<KindDenial> denied) {}

    /// A chart that somebody's consent shows.
    public record ConsentedChart(PatientId patient, PersonId person, ConsentScope scope) {}

    /// How far the charts of a trial are gone through.
    ///
    /// @param patient the last chart of a facility
    /// @param person the last person of the network
    public record TrialCursor(PatientId patient, PersonId person) {
        public static final TrialCursor START = new TrialCursor(ANYBODY, new PersonId(new UUID(0, 0)));
    }

    /// The next charts, and where they end.
    ///
    /// @param over whether they are the last
    public record TrialBatch(List<ConsentedChart> charts, TrialCursor last, boolean over) {}

    /// A profession at a kind of facility.
    public record ReaderKind(Profession profession, FacilityKind at) {}

    /// What the same readers would be shown, before and after; both are not the same.
    public record RuleView(List<ReaderKind> readers, List<GrantLine> before, List<GrantLine> after) {}

    /// How many charts the trial is about.
    public long charts(TriedChange change) {
        var source = change.source();
        return source == null
                ? db.sql("select count(*) " + CHARTS).query(Long.class).single()
                : db.sql("select count(*) " + CHARTS + " and p.facility = ?")
                        .param(source.value())
                        .query(Long.class)
                        .single();
    }

    /// The next of them.
    public TrialBatch charts(TriedChange change, OffsetDateTime at, TrialCursor after, int most) {
        var source = change.source();
        if (source == null) {
            var charts = scoped(
                    db.sql(OF_NETWORK)
                            .params(after.person().value(), most)
                            .query(RuleTrials::chart)
                            .list(),
                    at);
            return batch(charts, after, lastPerson(after.person(), most));
        }
        var charts = scoped(
                db.sql(CHART + CHARTS + " and p.facility = ? and p.id > ? order by p.id limit ?")
                        .params(source.value(), after.patient().value(), most)
                        .query(RuleTrials::chart)
                        .list(),
                at);
        return batch(
                charts, after, charts.size() < most ? null : charts.getLast().person());
    }

    /// @param last the person at its end; null where it is the last batch
    private static TrialBatch batch(List<ConsentedChart> charts, TrialCursor after, @Nullable PersonId last) {
        return new TrialBatch(
                charts,
                new TrialCursor(
                        charts.isEmpty() ? after.patient() : charts.getLast().patient(),
                        last == null ? after.person() : last),
                last == null);
    }

    /// The last of so many persons who agreed, charts or none; null where there are fewer.
    private @Nullable PersonId lastPerson(PersonId after, int most) {
        return db.sql("""
                        select n.person from consent n where n.state = %s and n.person > ?
                         order by n.person offset ? limit 1""".formatted(ConsentState.GIVEN.sql()))
                .params(after.value(), most - 1)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .optional()
                .orElse(null);
    }

    private record FoundChart(ConsentedChart chart, boolean denies) {}

    private static FoundChart chart(ResultSet row, int number) throws SQLException {
        return new FoundChart(
                new ConsentedChart(
                        new PatientId(row.getLong("id")),
                        new PersonId(row.getObject("person", UUID.class)),
                        new ConsentScope(
                                new FacilityId(row.getLong("facility")),
                                row.getLong("kinds"),
                                row.getLong("labels"),
                                List.of())),
                row.getBoolean("denies"));
    }

    private List<ConsentedChart> scoped(List<FoundChart> charts, OffsetDateTime at) {
        var denying = charts.stream()
                .filter(FoundChart::denies)
                .map(one -> one.chart().person())
                .distinct()
                .toList();
        var denials = denying.isEmpty() ? Map.<PersonId, List<KindDenial>>of() : provisions.unnamed(denying, at);
        return charts.stream()
                .map(FoundChart::chart)
                .map(one -> new ConsentedChart(
                        one.patient(),
                        one.person(),
                        new ConsentScope(
                                one.scope().source(),
                                one.scope().kinds(),
                                one.scope().labels(),
                                denials.getOrDefault(one.person(), List.of()))))
                .toList();
    }

    /// The facility's own numbers of some charts. Those of protected people are named to nobody.
    public Map<PatientId, String> numbers(FacilityId facility, Collection<PatientId> patients) {
        var numbers = new HashMap<PatientId, String>();
        db.sql("""
                        select p.id, p.facility, p.number from patient p
                         where p.facility = ? and p.id = any(?)
                           and not exists (select from linkage l join consent c on c.person = l.person
                                            where l.patient = p.id and c.protected_since is not null)""")
                .param(facility.value())
                .param(patients.stream().map(PatientId::value).toArray(Long[]::new))
                .query(row -> {
                    numbers.put(new PatientId(row.getLong("id")), sealed.open(row));
                });
        return numbers;
    }

    /// Noon of the first day on which it holds, or now: both sides are tried at the same moment.
    public OffsetDateTime moment(TriedChange draft) {
        var now = OffsetDateTime.now(clock);
        var first = draft.effectiveOn().atTime(12, 0).atZone(JAPAN).toOffsetDateTime();
        return first.isAfter(now) ? first : now;
    }

    /// The views that a change makes differ, on charts of one scope.
    public List<RuleView> views(TriedChange change, ConsentScope scope, OffsetDateTime at) {
        record LinesPair(List<GrantLine> before, List<GrantLine> after) {}
        var now = new BookPair(rules.book(), policy.book());
        var changed = new BookPair(change.changed(now.rules()), change.changed(now.policy()));
        var source = Source.of(scope.source(), ELSEWHERE, successions.now(), facilities::get);
        var views = new LinkedHashMap<LinesPair, List<ReaderKind>>();
        for (var profession : Profession.values()) {
            if (!profession.rights().contains(Right.VIEW_CHART)) {
                continue;
            }
            for (var kind : FacilityKind.values()) {
                if (!change.touches(profession, kind)) {
                    continue;
                }
                var reader = new ReaderKind(profession, kind);
                var pair = new LinesPair(
                        now.lines(change.kinds(), reader, scope, source, at),
                        changed.lines(change.kinds(), reader, scope, source, at));
                if (!pair.before().equals(pair.after())) {
                    views.computeIfAbsent(pair, none -> new ArrayList<>()).add(reader);
                }
            }
        }
        return views.entrySet().stream()
                .map(one -> new RuleView(
                        one.getValue(), one.getKey().before(), one.getKey().after()))
                .toList();
    }

    /// All that holds of rules and policy, before a change or after it.
    private record BookPair(RuleBook rules, PolicyBook policy) {
        List<GrantLine> lines(long kinds, ReaderKind reader, ConsentScope scope, Source source, OffsetDateTime at) {
            var denied = scope.denied().stream()
                    .filter(one -> (one.facilityKinds() & reader.at().mask()) != 0)
                    .map(KindDenial::what)
                    .toList();
            var disclosure = new Disclosure(
                    Audience.PROFESSIONAL,
                    policy.of(
                            reader.profession(),
                            reader.at(),
                            at.atZoneSameInstant(JAPAN).toLocalDate()),
                    rules,
                    new AgreedScope(scope.kinds() & kinds, scope.labels(), denied),
                    LocalDate.EPOCH,
                    null,
                    at);
            return disclosure
                    .grant(Map.of(new LinkedPatient(ANYBODY, scope.source(), "", false), source))
                    .lines();
        }
    }
}

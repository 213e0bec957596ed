package hmnet.consent.decisions;

import hmnet.consent.consents.ConsentState;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Successions;
import hmnet.ground.routes.Right;
import hmnet.people.patients.LinkedPatient;
import hmnet.people.patients.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tries a changed rule on the charts of a facility before it holds (開示ルールの試算): the grants that its patients'
/// consents give each profession, with the rule as it is and with the change, by the code that decides charts.
@Component
public class RuleTrials {
    /// So many charts are tried, those known longest first.
    public static final int CHARTS_MAX = 500;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final FacilityId ELSEWHERE = new FacilityId(0);

    private final JdbcClient db;
    private final Facilities facilities;
    private final Successions successions;
    private final Rules rules;
    private final Clock clock;

    RuleTrials(JdbcClient db, Facilities facilities, Successions successions, Rules rules, Clock clock) {
        this.db = db;
        this.facilities = facilities;
        this.successions = successions;
        this.rules = rules;
        this.clock = clock;
    }

    /// What one profession at some kinds of facility would be shown, before and after.
    public record RuleView(Profession profession, List<FacilityKind> at, Grant before, Grant after) {}

    /// A whole trial.
    ///
    /// @param charts how many charts it was tried on
    /// @param more whether the facility has more of them
    public record RuleTrial(int charts, boolean more, List<RuleView> views) {
        /// The patients whose rows are counted.
        public List<PatientId> patients() {
            return views.stream()
                    .flatMap(view -> List.of(view.before(), view.after()).stream())
                    .flatMap(grant -> grant.lines().stream())
                    .map(GrantLine::patient)
                    .distinct()
                    .toList();
        }
    }

    private record ConsentedChart(LinkedPatient patient, long kinds, long labels) {}

    private record ConsentScope(long kinds, long labels) {}

    public RuleTrial of(RuleDraft draft) {
        var found = charts(draft.facility());
        var charts = found.subList(0, Math.min(found.size(), CHARTS_MAX));
        var book = rules.book();
        var changed = book.with(draft.lines(book));
        var views = new ArrayList<RuleView>();
        var at = moment(draft);
        for (var profession : Profession.values()) {
            if (profession.rights().contains(Right.VIEW_CHART)) {
                views.addAll(views(draft.facility(), profession, charts, at, book, changed));
            }
        }
        return new RuleTrial(charts.size(), found.size() > CHARTS_MAX, views);
    }

    /// Kinds of facility where both grants are the same stand together.
    private List<RuleView> views(
            FacilityId facility,
            Profession profession,
            List<ConsentedChart> charts,
            OffsetDateTime at,
            RuleBook book,
            RuleBook changed) {
        record GrantPair(Grant before, Grant after) {}
        var kinds = new LinkedHashMap<GrantPair, List<FacilityKind>>();
        var pairs = new EnumMap<FacilityKind, GrantPair>(FacilityKind.class);
        for (var kind : FacilityKind.values()) {
            pairs.put(
                    kind,
                    new GrantPair(
                            grant(facility, profession, kind, charts, at, book),
                            grant(facility, profession, kind, charts, at, changed)));
        }
        pairs.forEach((kind, pair) ->
                kinds.computeIfAbsent(pair, none -> new ArrayList<>()).add(kind));
        return kinds.entrySet().stream()
                .map(one -> new RuleView(
                        profession,
                        one.getValue(),
                        one.getKey().before(),
                        one.getKey().after()))
                .toList();
    }

    private Grant grant(
            FacilityId facility,
            Profession profession,
            FacilityKind kind,
            List<ConsentedChart> charts,
            OffsetDateTime at,
            RuleBook book) {
        var groups = new LinkedHashMap<ConsentScope, Map<LinkedPatient, Source>>();
        var heirs = successions.now();
        var source = Source.of(facility, ELSEWHERE, heirs, facilities::get);
        charts.forEach(chart -> groups.computeIfAbsent(
                        new ConsentScope(chart.kinds(), chart.labels()), none -> new LinkedHashMap<>())
                .put(chart.patient(), source));
        var lines = new ArrayList<GrantLine>();
        groups.forEach((shared, patients) -> lines.addAll(new Disclosure(
                        Audience.PROFESSIONAL,
                        profession,
                        kind,
                        book,
                        shared.kinds(),
                        shared.labels(),
                        LocalDate.EPOCH,
                        null,
                        at)
                .grant(patients)
                .lines()));
        return new Grant(Audience.PROFESSIONAL, LocalDate.EPOCH, lines, List.of());
    }

    /// Noon of the first day on which it holds, or now: both sides are tried at the same moment.
    private OffsetDateTime moment(RuleDraft draft) {
        var now = OffsetDateTime.now(clock);
        var first = draft.effectiveOn().atTime(12, 0).atZone(JAPAN).toOffsetDateTime();
        return first.isAfter(now) ? first : now;
    }

    private List<ConsentedChart> charts(FacilityId facility) {
        return db.sql("""
                        select p.id, p.number, c.kinds, c.labels
                          from patient p
                          join linkage l on l.patient = p.id
                          join consent c on c.person = l.person
                         where p.facility = ? and c.state = %s
                         order by p.id
                         limit %d""".formatted(ConsentState.GIVEN.sql(), CHARTS_MAX + 1))
                .param(facility.value())
                .query((row, number) -> new ConsentedChart(
                        new LinkedPatient(new PatientId(row.getLong("id")), facility, row.getString("number"), false),
                        row.getLong("kinds"),
                        row.getLong("labels")))
                .list();
    }
}

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
import hmnet.people.patients.SealedNumbers;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tries a changed rule on the charts of a facility before it holds (開示ルールの試算): the lines that its patients' consents
/// give each profession, with the rule as it is and with the change, by the code that decides charts. They depend on a
/// chart by its consent alone, so they are worked out once for all charts whose consents say the same.
@Component
public class RuleTrials {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final FacilityId ELSEWHERE = new FacilityId(0);
    private static final PatientId ANYBODY = new PatientId(0);

    private static final String CHARTS = """
              from patient p
              join linkage l on l.patient = p.id
              join consent c on c.person = l.person
             where p.facility = ? and c.state = %s""".formatted(ConsentState.GIVEN.sql());

    private final JdbcClient db;
    private final Facilities facilities;
    private final Successions successions;
    private final Rules rules;
    private final Clock clock;
    private final SealedNumbers sealed;

    RuleTrials(
            JdbcClient db,
            Facilities facilities,
            Successions successions,
            Rules rules,
            Clock clock,
            SealedNumbers sealed) {
        this.sealed = sealed;
        this.db = db;
        this.facilities = facilities;
        this.successions = successions;
        this.rules = rules;
        this.clock = clock;
    }

    /// What a consent says.
    public record ConsentScope(long kinds, long labels) {}

    /// A chart that somebody's consent shows.
    public record ConsentedChart(PatientId patient, ConsentScope scope) {}

    /// A profession at a kind of facility.
    public record ReaderKind(Profession profession, FacilityKind at) {}

    /// What the same readers would be shown, before and after; both are not the same.
    public record RuleView(List<ReaderKind> readers, List<GrantLine> before, List<GrantLine> after) {}

    /// How many charts the trial is about.
    public long charts(FacilityId facility) {
        return db.sql("select count(*) " + CHARTS)
                .param(facility.value())
                .query(Long.class)
                .single();
    }

    /// The next of them, by number.
    public List<ConsentedChart> charts(FacilityId facility, PatientId after, int most) {
        return db.sql("select p.id, c.kinds, c.labels " + CHARTS + " and p.id > ? order by p.id limit ?")
                .params(facility.value(), after.value(), most)
                .query((row, number) -> new ConsentedChart(
                        new PatientId(row.getLong("id")),
                        new ConsentScope(row.getLong("kinds"), row.getLong("labels"))))
                .list();
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
    public OffsetDateTime moment(RuleDraft draft) {
        var now = OffsetDateTime.now(clock);
        var first = draft.effectiveOn().atTime(12, 0).atZone(JAPAN).toOffsetDateTime();
        return first.isAfter(now) ? first : now;
    }

    /// The views that a change makes differ, on charts of one scope.
    public List<RuleView> views(RuleDraft draft, ConsentScope scope, OffsetDateTime at) {
        record LinesPair(List<GrantLine> before, List<GrantLine> after) {}
        var book = rules.book();
        var changed = book.with(draft.lines(book));
        var source = Source.of(draft.facility(), ELSEWHERE, successions.now(), facilities::get);
        var views = new LinkedHashMap<LinesPair, List<ReaderKind>>();
        for (var profession : Profession.values()) {
            if (!profession.rights().contains(Right.VIEW_CHART)) {
                continue;
            }
            for (var kind : FacilityKind.values()) {
                var reader = new ReaderKind(profession, kind);
                var pair = new LinesPair(
                        lines(draft, reader, scope, source, at, book),
                        lines(draft, reader, scope, source, at, changed));
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

    private static List<GrantLine> lines(
            RuleDraft draft, ReaderKind reader, ConsentScope scope, Source source, OffsetDateTime at, RuleBook book) {
        var disclosure = new Disclosure(
                Audience.PROFESSIONAL,
                reader.profession(),
                reader.at(),
                book,
                new AgreedScope(scope.kinds() & draft.kinds(), scope.labels()),
                LocalDate.EPOCH,
                null,
                at);
        return disclosure
                .grant(Map.of(new LinkedPatient(ANYBODY, draft.facility(), "", false), source))
                .lines();
    }
}

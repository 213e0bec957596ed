package hmnet.exchange.callers;

import hmnet.consent.decisions.Standings.RelationStanding;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.Succession.Follows;
import hmnet.people.links.ListedChart;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a caller may be told of persons (回答できる範囲; decision 0026): the rule alone, over what was read.
///
/// A caller of its own scope knows whom it has a tie to: the chart number tied by its own desk, or a relation
/// that holds and that the person did not close. What the matcher linked is no tie.
public final class DisclosureFilter {
    private final Caller caller;
    private final Domains domains;
    private final Predicate<FacilityId> discloses;
    private final Set<FacilityId> own;
    private final Map<PersonId, RelationStanding> standings;
    private final Map<PersonId, List<ListedChart>> charts;

    DisclosureFilter(
            Caller caller,
            Domains domains,
            Facilities facilities,
            Heirs heirs,
            Map<PersonId, RelationStanding> standings,
            Map<PersonId, List<ListedChart>> charts) {
        this.caller = caller;
        this.domains = domains;
        this.discloses = facility -> heirs.discloses(facility, facilities::get);
        this.own = own(caller, heirs);
        this.standings = standings;
        this.charts = charts;
    }

    /// Whose charts are a caller's own: its own, and those of whom it took over from.
    static Set<FacilityId> own(Caller caller, Heirs heirs) {
        return heirs.standsFor(caller.facility(), Follows.RECORDS);
    }

    /// Whether a facility's charts are the caller's own: none of them once another has taken over from it.
    public boolean owns(FacilityId facility) {
        return own.contains(facility);
    }

    /// Whether the caller may know that this person is one.
    public boolean known(PersonId person) {
        var standing = standing(person);
        return caller.ofRegion()
                ? caller.office() || standing.given()
                : standing.related() && !standing.closed()
                        || own(person).stream().anyMatch(ListedChart::tied);
    }

    /// The numbers of a person the caller knows: its own, and those of others under a whole consent.
    public List<Identifier> numbers(Person person) {
        var numbers = new ArrayList<Identifier>();
        own(person.id()).forEach(chart -> numbers.add(number(chart)));
        charts.getOrDefault(person.id(), List.of()).stream()
                .filter(chart -> !owns(chart.facility()) && told(chart, person.id()))
                .forEach(chart -> numbers.add(number(chart)));
        if (caller.ofRegion()) {
            numbers.add(new Identifier(domains.regional(), person.regionalId()));
        }
        return List.copyOf(numbers);
    }

    /// Whether another facility's chart number of a known person is told. A number of one's own that was only matched
    /// is no tie, and so opens no more than the relation itself reaches.
    public boolean told(ListedChart chart, PersonId person) {
        var standing = standing(person);
        return caller.office() && caller.ofRegion()
                || standing.whole()
                        && !standing.closed()
                        && (standing.reaches(chart.facility())
                                || own(person).stream().anyMatch(ListedChart::tied))
                        && discloses.test(chart.facility());
    }

    /// What may be told of a known person's demographics, the best first. To scope `region` the office's
    /// record; to a facility what it said itself, then what a reception sees: no street, no telephone.
    public List<Demographics> said(Person person) {
        if (caller.ofRegion()) {
            return List.of(record(person, person.postalCode(), person.address(), person.phone()));
        }
        var own = own(person.id()).stream().map(ListedChart::said).filter(said -> said.birthDate() != null);
        return Stream.concat(own, Stream.of(received(person))).toList();
    }

    /// A person as a reception sees them.
    public static Demographics received(Person person) {
        return record(person, "", person.town(), "");
    }

    public Identifier number(ListedChart chart) {
        return new Identifier(domains.of(chart.facility()), chart.number());
    }

    private List<ListedChart> own(PersonId person) {
        return charts.getOrDefault(person, List.of()).stream()
                .filter(chart -> owns(chart.facility()))
                .toList();
    }

    private RelationStanding standing(PersonId person) {
        return standings.getOrDefault(person, RelationStanding.NONE);
    }

    private static Demographics record(Person person, String postalCode, String address, String phone) {
        return new Demographics(
                person.familyName(),
                person.givenName(),
                person.familyKana(),
                person.givenKana(),
                person.birthDate(),
                person.sex(),
                postalCode,
                address,
                phone,
                null);
    }
}

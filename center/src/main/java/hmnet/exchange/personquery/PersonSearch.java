package hmnet.exchange.personquery;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.CareRelations;
import hmnet.exchange.callers.DisclosureFilter;
import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.QueryTrail;
import hmnet.exchange.callers.Question;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.ListedChart;
import hmnet.people.links.PatientIndex;
import hmnet.people.links.Person;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who somebody is (本人検索; PDQ), for ITI-21, ITI-47, ITI-78: by number, or by birth date or telephone with
/// whatever else is known.
@Component
public class PersonSearch {
    /// More than so many are not told at once.
    public static final int TOLD_MAX = 100;

    private static final int READ_MAX = 2_000;
    private final PatientIndex patientIndex;
    private final Domains domains;
    private final CareRelations careRelations;
    private final QueryTrail trail;

    PersonSearch(PatientIndex patientIndex, Domains domains, CareRelations careRelations, QueryTrail trail) {
        this.patientIndex = patientIndex;
        this.domains = domains;
        this.careRelations = careRelations;
        this.trail = trail;
    }

    /// Finds whom the traits fit among those the caller may know. The audit events commit with the answer.
    @Transactional
    public Findings find(Caller caller, Question question, Traits traits) {
        return find(caller, question, traits, UnaryOperator.identity());
    }

    /// The same in pages: told of, and in the log, are those whom `page` leaves of all that were found.
    @Transactional
    public Findings find(Caller caller, Question question, Traits traits, UnaryOperator<List<Candidate>> page) {
        var domain = domain(caller, traits);
        var read = domain.isEmpty() || !traits.narrow() ? SearchedRows.NOTHING : read(caller, traits, domain.get());
        if (question.namesIndividual(traits.phone(), chartNumbers(read, traits))) {
            trail.refused(caller, question.withoutParameters(), "individual number");
            return new Findings.IndividualNumber();
        }
        if (domain.isEmpty()) {
            trail.refused(caller, question, "unknown domain");
            return new Findings.UnknownDomain(traits.system());
        }
        if (!traits.narrow()) {
            trail.refused(caller, question, "too vague");
            return new Findings.TooVague();
        }
        var candidates = candidates(caller, traits, read);
        if (read.full() || candidates.size() > TOLD_MAX) {
            trail.refused(caller, question, "too many");
            return new Findings.TooMany(TOLD_MAX);
        }
        var told = page.apply(candidates);
        return told(caller, question, told);
    }

    private Findings told(Caller caller, Question question, List<Candidate> told) {
        var people =
                told.stream().map(Candidate::person).filter(Objects::nonNull).toList();
        var others = told.size() - people.size();
        if (!trail.admits(caller, question, people, others)) {
            return new Findings.OverLimit();
        }
        trail.told(caller, question, people, others);
        return new Findings.Found(told);
    }

    /// One person or chart that the caller was told of before, or nobody; the audit event commits with the answer.
    @Transactional
    public Findings find(Caller caller, Question question, PersonId person) {
        return one(caller, question, new SearchedRows(List.of(), patientIndex.people(List.of(person))));
    }

    @Transactional
    public Findings find(Caller caller, Question question, PatientId chart) {
        var charts = patientIndex
                .chart(chart)
                .filter(own -> careRelations.own(caller).contains(own.facility()));
        return one(caller, question, new SearchedRows(charts.stream().toList(), List.of()));
    }

    /// Whether an individual number (個人番号) stands in a question by id, which is refused then.
    @Transactional
    public boolean refused(Caller caller, Question question, Traits traits) {
        var individual = question.namesIndividual(traits.phone(), List.of());
        if (individual) {
            trail.refused(caller, question.withoutParameters(), "individual number");
        }
        return individual;
    }

    private Findings one(Caller caller, Question question, SearchedRows read) {
        return told(
                caller,
                question,
                candidates(caller, Traits.NONE, read).stream().limit(1).toList());
    }

    /// The charts and persons that were looked at.
    record SearchedRows(List<ListedChart> charts, List<Person> people) {
        static final SearchedRows NOTHING = new SearchedRows(List.of(), List.of());

        boolean full() {
            return charts.size() > READ_MAX || people.size() > READ_MAX;
        }
    }

    private Optional<Domain> domain(Caller caller, Traits traits) {
        return traits.system().isBlank()
                ? Optional.of(domains.of(caller.facility()))
                : domains.find(traits.system(), caller);
    }

    private SearchedRows read(Caller caller, Traits traits, Domain domain) {
        if (traits.number() != null) {
            return numbered(caller, traits, domain);
        }
        var day = traits.birthDate();
        var charts = ofOwn(
                caller,
                facility -> day != null
                        ? patientIndex.chartsBorn(facility, day, READ_MAX + 1)
                        : patientIndex.chartsWithPhone(facility, traits.phone(), READ_MAX + 1));
        var people = day != null
                ? patientIndex.peopleBorn(day, READ_MAX + 1)
                : caller.ofRegion() ? patientIndex.peopleWithPhone(traits.phone(), READ_MAX + 1) : List.<Person>of();
        return new SearchedRows(charts, people);
    }

    /// Of the charts that are the caller's own; none of a caller of scope `region`.
    List<ListedChart> ofOwn(Caller caller, Function<FacilityId, List<ListedChart>> charts) {
        return caller.ofRegion()
                ? List.of()
                : careRelations.own(caller).stream()
                        .flatMap(facility -> charts.apply(facility).stream())
                        .toList();
    }

    /// Without a domain the number is one of any of the caller's own.
    private SearchedRows numbered(Caller caller, Traits traits, Domain domain) {
        var number = Objects.requireNonNull(traits.number());
        if (domain.facility() == null) {
            return new SearchedRows(
                    List.of(), patientIndex.person(number).stream().toList());
        }
        var givers = traits.system().isBlank() ? careRelations.own(caller) : Set.of(domain.facility());
        return new SearchedRows(
                givers.stream()
                        .flatMap(facility -> patientIndex.chart(facility, number).stream())
                        .toList(),
                List.of());
    }

    private static List<String> chartNumbers(SearchedRows read, Traits traits) {
        return read.charts().isEmpty() || traits.number() == null ? List.of() : List.of(traits.number());
    }

    /// Names are compared before ties are asked for: what remains is a handful.
    List<Candidate> candidates(Caller caller, Traits traits, SearchedRows read) {
        var byNumber = traits.number() != null;
        var ofTheOffice = traits.living("", "").phoned("");
        var charts = read.charts().stream()
                .filter(chart -> byNumber || traits.fits(chart.said()))
                .toList();
        var ids = Stream.concat(
                        charts.stream().map(ListedChart::person),
                        read.people().stream()
                                .filter(person -> ofTheOffice.fits(DisclosureFilter.received(person)))
                                .map(Person::id))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var disclosureFilter = careRelations.of(caller, ids);
        var candidates = new ArrayList<Candidate>();
        for (var person : persons(ids, read.people())) {
            if (disclosureFilter.known(person.id()) && (!byNumber || reaches(charts, disclosureFilter, person.id()))) {
                disclosureFilter.said(person).stream()
                        .filter(traits::fits)
                        .findFirst()
                        .map(said -> new Candidate(person.id(), null, said, disclosureFilter.numbers(person)))
                        .ifPresent(candidates::add);
            }
        }
        charts.stream()
                .filter(chart -> disclosureFilter.owns(chart.facility()))
                .filter(chart -> traits.fits(chart.said()))
                .filter(chart -> chart.person() == null || !disclosureFilter.known(chart.person()))
                .forEach(chart -> candidates.add(
                        new Candidate(null, chart.patient(), chart.said(), List.of(disclosureFilter.number(chart)))));
        return candidates.stream()
                .sorted(Comparator.comparing((Candidate one) ->
                                one.said().familyKana() + one.said().givenKana())
                        .thenComparing(one -> one.identifiers().toString()))
                .toList();
    }

    /// Those of the ids that stand on the roll. Who was read already is not read again, but the question is
    /// asked all the same: that there is somebody must not show in the time of the answer.
    private List<Person> persons(Set<PersonId> ids, List<Person> already) {
        var found = already.stream().filter(person -> ids.contains(person.id())).toList();
        var read = found.stream().map(Person::id).collect(Collectors.toSet());
        var missing = ids.stream().filter(id -> !read.contains(id)).toList();
        return Stream.concat(found.stream(), patientIndex.people(missing).stream())
                .toList();
    }

    /// Another facility's number leads to a person only where it may be told.
    private static boolean reaches(List<ListedChart> charts, DisclosureFilter disclosureFilter, PersonId person) {
        return charts.stream()
                .filter(chart -> person.equals(chart.person()))
                .allMatch(chart -> disclosureFilter.owns(chart.facility()) || disclosureFilter.told(chart, person));
    }
}

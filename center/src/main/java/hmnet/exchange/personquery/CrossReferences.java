package hmnet.exchange.personquery;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.CareRelations;
import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.callers.QueryTrail;
import hmnet.exchange.callers.Question;
import hmnet.people.links.ListedChart;
import hmnet.people.links.PatientIndex;
import hmnet.people.links.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which numbers elsewhere are the same person's (相互参照; PIX), for ITI-9, ITI-45 and ITI-83.
@Component
public class CrossReferences {
    private final PatientIndex patientIndex;
    private final Domains domains;
    private final CareRelations careRelations;
    private final QueryTrail trail;

    CrossReferences(PatientIndex patientIndex, Domains domains, CareRelations careRelations, QueryTrail trail) {
        this.patientIndex = patientIndex;
        this.domains = domains;
        this.careRelations = careRelations;
        this.trail = trail;
    }

    /// The numbers of the person who has this one. The audit event commits with the answer.
    ///
    /// @param system the number's domain as the caller wrote it
    /// @param wanted the domains asked for as the caller wrote them; none = all
    @Transactional
    public CrossReference of(Caller caller, Question question, String system, String number, List<String> wanted) {
        var source = domains.find(system, caller);
        var holder = source.flatMap(domain -> holder(domain, number));
        if (question.namesIndividual("", holder.isPresent() ? List.of(number) : List.of())) {
            trail.refused(caller, question.withoutParameters(), "individual number");
            return new CrossReference.IndividualNumber();
        }
        var unknown = source.isEmpty()
                ? Optional.<CrossReference>of(new CrossReference.UnknownSource(system))
                : unknownTarget(caller, wanted);
        if (unknown.isPresent()) {
            trail.refused(caller, question, "unknown domain");
            return unknown.get();
        }
        return told(caller, question, new Identifier(source.orElseThrow(), number), holder, wanted);
    }

    /// Who has a number: a chart, the person it belongs to, or both.
    private record NumberHolder(Optional<ListedChart> chart, Optional<Person> person) {}

    /// A number of nobody is asked after as long as any other.
    private Optional<NumberHolder> holder(Domain domain, String number) {
        var facility = domain.facility();
        if (facility == null) {
            return patientIndex.person(number).map(person -> new NumberHolder(Optional.empty(), Optional.of(person)));
        }
        var chart = patientIndex.chart(facility, number);
        var person = patientIndex.people(chart.map(ListedChart::person).stream().toList()).stream()
                .findFirst();
        return chart.map(one -> new NumberHolder(chart, person));
    }

    private CrossReference told(
            Caller caller, Question question, Identifier asked, Optional<NumberHolder> holder, List<String> wanted) {
        var person = holder.flatMap(NumberHolder::person);
        var disclosureFilter =
                careRelations.of(caller, person.map(Person::id).stream().toList());
        var chart = holder.flatMap(NumberHolder::chart);
        var known = person.filter(one -> disclosureFilter.known(one.id()))
                .filter(one -> chart.isEmpty()
                        || disclosureFilter.owns(chart.get().facility())
                        || disclosureFilter.told(chart.get(), one.id()));
        var ownChart = chart.isPresent() && disclosureFilter.owns(chart.get().facility());
        if (!trail.admits(caller, question, known.map(Person::id).stream().toList(), ownChart ? 1 : 0)) {
            return new CrossReference.OverLimit();
        }
        if (known.isPresent()) {
            trail.told(caller, question, List.of(known.get().id()), 0);
            return new CrossReference.Known(
                    disclosureFilter.numbers(known.get()).stream()
                            .filter(number -> !number.equals(asked) && wanted(wanted, number))
                            .toList(),
                    known.get().id());
        }
        trail.told(caller, question, List.of(), ownChart ? 1 : 0);
        return ownChart ? new CrossReference.Known(List.of(), null) : new CrossReference.UnknownNumber();
    }

    private boolean wanted(List<String> wanted, Identifier number) {
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(name ->
                                domains.find(name).filter(number.domain()::is).isPresent());
    }

    private Optional<CrossReference> unknownTarget(Caller caller, List<String> wanted) {
        for (var place = 0; place < wanted.size(); place++) {
            if (domains.find(wanted.get(place), caller).isEmpty()) {
                return Optional.of(new CrossReference.UnknownTarget(wanted.get(place), place));
            }
        }
        return Optional.empty();
    }
}

package hmnet.care.finding;

import hmnet.care.today.TodaysPatients;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.consent.relations.Relations.InCare;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.links.OwnCharts;
import hmnet.people.links.OwnCharts.OwnChart;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds patients of the requester's own facility, whom it cares for and today's (自院の患者の検索); nobody else. What
/// the database knows as keyed numbers is asked there; the rest is compared after opening.
@Component
class PatientSearch {
    static final int MOST = 20;
    private static final int IN_CARE_MAX = 300;

    private final OwnCharts charts;
    private final Relations relations;
    private final Persons persons;
    private final TodaysPatients today;
    private final Protections protections;
    private final Audit audit;

    PatientSearch(
            OwnCharts charts,
            Relations relations,
            Persons persons,
            TodaysPatients today,
            Protections protections,
            Audit audit) {
        this.charts = charts;
        this.relations = relations;
        this.persons = persons;
        this.today = today;
        this.protections = protections;
        this.audit = audit;
    }

    /// Somebody found.
    ///
    /// @param person null for a chart that is linked to nobody
    /// @param tied whether the facility has shown a tie to the person: without one no chart opens
    record SearchedPatient(
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String sex,
            @Nullable PersonId person,
            boolean tied) {}

    /// @param patients at most a page of them
    /// @param more whether there are more
    record SearchedPatients(List<SearchedPatient> patients, boolean more) {}

    /// Each who is shown reads of it in their log.
    @Transactional
    public SearchedPatients find(TypedPatient query, Requester by) {
        var own = own(query, by);
        var cared = query.number().isEmpty() ? cared(query, by) : List.<Person>of();
        var people = Stream.concat(
                        own.stream().flatMap(chart -> Stream.ofNullable(chart.person())),
                        cared.stream().map(Person::id))
                .distinct()
                .toList();
        var kept = protections.keptFrom(by, people);
        var tied = relations.tied(by.facility(), people);
        var found = new LinkedHashMap<Object, SearchedPatient>();
        for (var chart : own) {
            var linked = chart.person();
            var person = linked == null || kept.contains(linked) ? null : linked;
            found.putIfAbsent(person == null ? chart.patient() : person, line(chart, person, tied));
        }
        cared.stream()
                .filter(person -> !kept.contains(person.id()))
                .forEach(person -> found.merge(person.id(), line(person, tied), PatientSearch::named));
        var all = List.copyOf(found.values());
        var shown = all.stream().limit(MOST).toList();
        audit.write(by.did(Action.PATIENTS_SEARCHED, shown.isEmpty() ? "nobody" : "found")
                .with("lines", Integer.toString(shown.size())));
        shown.stream()
                .flatMap(one -> Stream.ofNullable(one.person()))
                .forEach(person -> audit.write(by.did(Action.PERSON_FOUND, person.value(), "found", Map.of())));
        return new SearchedPatients(shown, all.size() > MOST);
    }

    private List<OwnChart> own(TypedPatient query, Requester by) {
        var facility = by.facility();
        Collection<OwnChart> asked = new ArrayList<>();
        if (!query.number().isEmpty()) {
            asked.addAll(charts.numbered(facility, query.number()));
        } else if (query.born().isPresent()) {
            asked.addAll(charts.born(facility, query.born().get()));
        } else if (!query.reading().isEmpty()) {
            asked.addAll(charts.reading(facility, query.reading()));
        } else {
            asked.addAll(charts.written(facility, query.written()));
        }
        return asked.stream()
                .filter(chart -> query.means(
                        chart.said().familyName(),
                        chart.said().givenName(),
                        chart.said().familyKana(),
                        chart.said().givenKana(),
                        Optional.ofNullable(chart.said().birthDate())))
                .toList();
    }

    /// Those in the facility's care and today's patients are few: they are opened and compared one by one.
    private List<Person> cared(TypedPatient query, Requester by) {
        var people = Stream.concat(
                        relations.of(by, IN_CARE_MAX).stream().map(InCare::person),
                        today.of(by).stream().flatMap(one -> Stream.ofNullable(one.person())))
                .distinct()
                .toList();
        return persons.find(people).stream()
                .filter(person -> query.means(
                        person.familyName(),
                        person.givenName(),
                        person.familyKana(),
                        person.givenKana(),
                        Optional.of(person.birthDate())))
                .toList();
    }

    /// The facility's own chart says the number; the office says how the name is written.
    private static SearchedPatient named(SearchedPatient chart, SearchedPatient person) {
        return new SearchedPatient(
                chart.number(),
                person.name(),
                person.kana(),
                person.birth(),
                person.sex(),
                person.person(),
                person.tied());
    }

    private static SearchedPatient line(OwnChart chart, @Nullable PersonId person, Set<PersonId> tied) {
        return new SearchedPatient(
                chart.number(),
                chart.name(),
                chart.kana(),
                chart.said().birthDate(),
                chart.said().sex(),
                person,
                person != null && tied.contains(person));
    }

    private static SearchedPatient line(Person person, Set<PersonId> tied) {
        return new SearchedPatient(
                "",
                person.name(),
                person.kana(),
                person.birthDate(),
                person.sex(),
                person.id(),
                tied.contains(person.id()));
    }
}

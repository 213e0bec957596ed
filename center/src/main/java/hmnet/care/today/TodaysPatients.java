package hmnet.care.today;

import hmnet.care.today.TodaysRows.TodaysRow;
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
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.LastVisits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Today's patients of a facility (今日の患者): whom its reception put on the list, and whose card was read today. To
/// one who is shut out from a person, their chart of the facility's own stands there as linked to nobody.
@Component
public class TodaysPatients {
    private static final int CARDS_MAX = 200;

    private final TodaysRows rows;
    private final OwnCharts charts;
    private final Persons persons;
    private final Relations relations;
    private final Protections protections;
    private final LastVisits visits;
    private final Audit audit;

    TodaysPatients(
            TodaysRows rows,
            OwnCharts charts,
            Persons persons,
            Relations relations,
            Protections protections,
            LastVisits visits,
            Audit audit) {
        this.rows = rows;
        this.charts = charts;
        this.persons = persons;
        this.relations = relations;
        this.protections = protections;
        this.visits = visits;
        this.audit = audit;
    }

    /// One of them. Of a person name and birth date are the office's; of a chart that is linked to nobody, the
    /// facility's own.
    ///
    /// @param row the row of the list; 0 for somebody who stands there because their card was read
    /// @param number the facility's own chart number, or empty
    /// @param person null for a chart that is linked to nobody
    /// @param tied whether the facility has shown a tie to the person: without one no chart opens
    public record TodaysPatient(
            long row,
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String sex,
            @Nullable PersonId person,
            boolean tied) {}

    /// In the order in which they came onto the list, each person once.
    public List<TodaysPatient> of(Requester by) {
        return of(by, people -> numbers(by, people));
    }

    /// The same without the facility's chart numbers of persons, for a list of names on every page of a chart.
    List<TodaysPatient> unnumbered(Requester by) {
        return of(by, people -> Map.of());
    }

    private List<TodaysPatient> of(Requester by, Function<Set<PersonId>, Map<PersonId, String>> numbered) {
        var noted = rows.of(by.facility());
        var own = own(by, noted);
        var all = new LinkedHashMap<Object, TodaysRow>();
        var off = new HashSet<Object>();
        for (var row : noted) {
            var key = key(row, own);
            if (row.takenOff()) {
                off.add(key);
            } else {
                all.putIfAbsent(key, row);
            }
        }
        var cards = relations.of(by, CARDS_MAX).stream()
                .filter(care -> care.since().equals(rows.today()))
                .map(InCare::person)
                .filter(person -> !off.contains(person) && !all.containsKey(person))
                .toList();
        var people = people(Stream.concat(all.keySet().stream(), cards.stream())
                .filter(PersonId.class::isInstance)
                .map(PersonId.class::cast)
                .toList());
        var kept = protections.keptFrom(by, people.keySet());
        var tied = relations.tied(by.facility(), people.keySet());
        var numbers = numbered.apply(people.keySet());
        var listed = new ArrayList<TodaysPatient>();
        all.forEach((key, row) -> {
            var known = key instanceof PersonId id && !kept.contains(id) ? people.get(id) : null;
            if (known != null) {
                listed.add(line(row.id(), known, numbers.getOrDefault(known.id(), ""), tied.contains(known.id())));
            } else if (row.patient() != null && own.get(row.patient()) != null) {
                listed.add(line(row.id(), Objects.requireNonNull(own.get(row.patient()))));
            }
        });
        cards.stream()
                .filter(id -> people.containsKey(id) && !kept.contains(id))
                .map(id -> line(
                        0, Objects.requireNonNull(people.get(id)), numbers.getOrDefault(id, ""), tied.contains(id)))
                .forEach(listed::add);
        return listed;
    }

    /// The same for a page that lists them, which stands in the log.
    @Transactional
    public List<TodaysPatient> shown(Requester by) {
        var listed = of(by);
        audit.write(by.did(Action.TODAY_LISTED, "listed").with("lines", Integer.toString(listed.size())));
        return listed;
    }

    /// Patients of the facility of whom a message of today tells a visit, and who do not stand on the list. A visit
    /// that was taken back announces nobody.
    @Transactional
    public List<OwnChart> announced(Requester by) {
        var told = rows.announced(by.facility());
        var came = visits.of(by.facility(), told);
        return charts.of(
                by.facility(),
                told.stream().filter(one -> rows.today().equals(came.get(one))).toList());
    }

    /// Puts a patient of the facility's own on the list, by chart number.
    ///
    /// @return nothing for a number that means nobody
    @Transactional
    public Optional<OwnChart> add(Requester by, String number, boolean announced) {
        var chart = charts.numbered(by.facility(), number).stream().findFirst();
        if (chart.isEmpty()) {
            return Optional.empty();
        }
        var how = announced ? NotedHow.MESSAGE : NotedHow.NUMBER;
        if (rows.add(by, chart.get().patient(), how)) {
            changed(by, chart.get().person(), "added", how);
        }
        return chart;
    }

    /// Puts a person on the list; the caller has shown who it is.
    @Transactional
    public void add(Requester by, PersonId person) {
        if (rows.add(by, person, NotedHow.PERSON)) {
            changed(by, person, "added", NotedHow.PERSON);
        }
    }

    @Transactional
    public void takeOff(Requester by, TodaysPatient one) {
        if (one.row() == 0 && one.person() != null) {
            rows.takeOff(by, one.person());
        } else {
            rows.takeOff(by, one.row());
        }
        changed(by, one.person(), "taken-off", null);
    }

    private void changed(Requester by, @Nullable PersonId person, String outcome, @Nullable NotedHow how) {
        audit.write(by.did(
                Action.TODAY_CHANGED,
                person == null ? null : person.value(),
                outcome,
                how == null ? Map.of() : Map.of("how", how.word())));
    }

    private Map<PatientId, OwnChart> own(Requester by, List<TodaysRow> noted) {
        var patients =
                noted.stream().map(TodaysRow::patient).filter(Objects::nonNull).toList();
        return charts.of(by.facility(), patients).stream()
                .collect(Collectors.toMap(OwnChart::patient, Function.identity()));
    }

    /// Rows of one person are one line, whether they name the person or the chart.
    private static Object key(TodaysRow row, Map<PatientId, OwnChart> own) {
        if (row.person() != null) {
            return row.person();
        }
        var chart = own.get(Objects.requireNonNull(row.patient()));
        return chart == null || chart.person() == null ? row.patient() : chart.person();
    }

    private Map<PersonId, Person> people(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : persons.find(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private Map<PersonId, String> numbers(Requester by, Set<PersonId> people) {
        var numbers = new HashMap<PersonId, String>();
        charts.ofPersons(by.facility(), people).forEach(chart -> {
            if (chart.person() != null) {
                numbers.putIfAbsent(chart.person(), chart.number());
            }
        });
        return numbers;
    }

    private static TodaysPatient line(long row, Person person, String number, boolean tied) {
        return new TodaysPatient(
                row, number, person.name(), person.kana(), person.birthDate(), person.sex(), person.id(), tied);
    }

    private static TodaysPatient line(long row, OwnChart chart) {
        return new TodaysPatient(
                row,
                chart.number(),
                chart.name(),
                chart.kana(),
                chart.said().birthDate(),
                chart.said().sex(),
                null,
                false);
    }
}

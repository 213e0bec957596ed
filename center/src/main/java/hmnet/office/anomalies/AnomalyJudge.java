package hmnet.office.anomalies;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.directory.StaffId;
import hmnet.office.anomalies.AnomalyRows.MetRule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Holds what was read against the rules (気づきの判定). A rule that lacks what it would have to know meets nothing.
@Component
class AnomalyJudge {
    /// Where somebody works at night.
    private static final Set<FacilityKind> AWAKE = EnumSet.of(FacilityKind.HOSPITAL, FacilityKind.FIRE_COMMAND);

    private static final Duration HOUR = Duration.ofHours(1);

    private final AnomalyRules rules;
    private final ReadDays days;
    private final Persons persons;
    private final Protections protections;
    private final Relations relations;
    private final Facilities facilities;
    private final Staff staff;

    AnomalyJudge(
            AnomalyRules rules,
            ReadDays days,
            Persons persons,
            Protections protections,
            Relations relations,
            Facilities facilities,
            Staff staff) {
        this.rules = rules;
        this.days = days;
        this.persons = persons;
        this.protections = protections;
        this.relations = relations;
        this.facilities = facilities;
        this.staff = staff;
    }

    /// What one reader opened of one person on one day.
    private record ReadDay(StaffId staff, PersonId person, LocalDate day) {}

    /// A reader and the person, as both registers know them.
    private record ReaderOfPerson(StaffAccount reader, Collection<String> colleagues, Person person) {}

    /// What these readings meet, with all that was read on their days.
    List<MetRule> met(Collection<ReadChart> read, WatchPass pass) {
        var lines = new HashMap<LocalDate, List<AnomalyRuleLine>>();
        read.forEach(one -> lines.computeIfAbsent(one.day(), rules::on));
        var found = new ArrayList<MetRule>();
        var people = people(read);
        var accounts = new HashMap<StaffId, Optional<StaffAccount>>();
        var colleagues = new HashMap<FacilityId, List<StaffAccount>>();
        read.stream()
                .collect(groupingBy(one -> new ReadDay(one.staff(), one.person(), one.day())))
                .forEach((day, some) -> {
                    var person = people.get(day.person());
                    var reader = accounts.computeIfAbsent(day.staff(), staff::account);
                    if (person != null && reader.isPresent()) {
                        var others = colleagues.computeIfAbsent(some.getFirst().facility(), staff::of).stream()
                                .filter(one -> !one.id().equals(day.staff()))
                                .map(StaffAccount::kana)
                                .toList();
                        var known = new ReaderOfPerson(reader.get(), others, person);
                        lines.getOrDefault(day.day(), List.of()).stream()
                                .filter(line -> pass.asks(line.rule()))
                                .forEach(line -> met(line, day, some, known).ifPresent(found::add));
                    }
                });
        if (pass == WatchPass.NOW) {
            found.addAll(volumes(read, lines));
        }
        return found;
    }

    private Map<PersonId, Person> people(Collection<ReadChart> read) {
        return persons.find(read.stream().map(ReadChart::person).distinct().toList()).stream()
                .collect(toMap(Person::id, person -> person));
    }

    private Optional<MetRule> met(AnomalyRuleLine line, ReadDay day, List<ReadChart> some, ReaderOfPerson known) {
        if (some.stream().noneMatch(one -> meets(line, one, known))) {
            return Optional.empty();
        }
        var counted = days.of(day.staff(), day.person(), day.day()).stream()
                .flatMap(event -> ReadChart.of(event).stream())
                .filter(one -> line.rule() != AnomalyRule.NIGHT || meets(line, one, known))
                .map(ReadChart::at)
                .sorted()
                .toList();
        var enough = line.rule() == AnomalyRule.UNRELATED ? 1 : line.threshold();
        return counted.size() < enough
                ? Optional.empty()
                : Optional.of(new MetRule(
                        line,
                        day.staff(),
                        some.getFirst().facility(),
                        day.person(),
                        day.day(),
                        counted.size(),
                        utc(counted.getFirst()),
                        utc(counted.getLast())));
    }

    private boolean meets(AnomalyRuleLine line, ReadChart read, ReaderOfPerson known) {
        return switch (line.rule()) {
            case OWN -> AlikeNames.whole(known.reader().kana(), known.person());
            case COLLEAGUE ->
                !AlikeNames.whole(known.reader().kana(), known.person())
                        && AlikeNames.oneOf(known.colleagues(), known.person());
            case SURNAME -> AlikeNames.family(known.reader().kana(), known.person());
            case PROTECTED -> protections.isProtected(read.person());
            case NIGHT ->
                !read.byDoor()
                        && line.isNight(read.at())
                        && !AWAKE.contains(facilities.get(read.facility()).kind());
            // A facility that sends nothing has no chart number, so nothing of it could follow.
            case UNRELATED ->
                facilities.get(read.facility()).direction().discloses()
                        && relations.isOnlyClaimed(read.facility(), read.person());
            case VOLUME -> false;
        };
    }

    private List<MetRule> volumes(Collection<ReadChart> read, Map<LocalDate, List<AnomalyRuleLine>> lines) {
        var found = new ArrayList<MetRule>();
        read.stream()
                .collect(groupingBy(one -> List.of(one.staff().value(), one.day())))
                .values()
                .forEach(some -> lines.getOrDefault(some.getFirst().day(), List.of()).stream()
                        .filter(line -> line.rule() == AnomalyRule.VOLUME)
                        .forEach(line -> volume(line, some).ifPresent(found::add)));
        return found;
    }

    private Optional<MetRule> volume(AnomalyRuleLine line, List<ReadChart> some) {
        var reader = some.getFirst().staff();
        var first = some.stream().map(ReadChart::at).min(Instant::compareTo).orElseThrow();
        var last = some.stream().map(ReadChart::at).max(Instant::compareTo).orElseThrow();
        var until = last.plusMillis(1);
        if (days.personsAtMost(reader, first.minus(HOUR), until) <= line.threshold()) {
            return Optional.empty();
        }
        var opened = days.of(reader, first.minus(HOUR), until).stream()
                .flatMap((ExposedEvent event) -> ReadChart.of(event).stream())
                .toList();
        return BusiestHour.of(opened)
                .filter(hour -> hour.persons() > line.threshold())
                .map(hour -> new MetRule(
                        line,
                        reader,
                        hour.last().facility(),
                        null,
                        hour.last().day(),
                        hour.persons(),
                        utc(hour.first().at()),
                        utc(hour.last().at())));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

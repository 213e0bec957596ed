package hmnet.people.arrivals;

import hmnet.people.folding.PersonName;
import hmnet.people.matching.Demographics;
import hmnet.people.matching.Evidence;
import hmnet.people.matching.Match;
import hmnet.people.matching.MatchOutcome;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What municipalities say of those who moved or changed their name (住民情報), as evidence for matching
/// alone: a chart that reads as a resident once did is compared also as that resident reads now. It lifts a
/// likely pair to a link and an unlikely one to a question; it makes no person, and never a link between
/// charts that do not look alike by themselves.
@Component
public class MovedResidents {
    private static final String COLUMNS = "id, list, born_key, shown from resident_entry";

    private final JdbcTemplate db;
    private final MatchQueue matching;
    private final SubjectRows rows;
    private final PeopleKeys keys;
    private final SealedResidents sealed;

    MovedResidents(JdbcTemplate db, MatchQueue matching, SubjectRows rows, PeopleKeys keys, SealedResidents sealed) {
        this.sealed = sealed;
        this.db = db;
        this.rows = rows;
        this.keys = keys;
        this.matching = matching;
    }

    private record MovedResident(long id, ResidentEntry entry) {}

    /// Keeps what a list says of those who changed, and has the charts that read as they once did matched anew.
    ///
    /// @return how many charts and persons of the office those are
    @Transactional
    public int keep(long list, Collection<ResidentEntry> entries) {
        var changed = entries.stream().filter(ResidentEntry::changed).toList();
        db.batchUpdate(
                "insert into resident_entry (list, born_key, shown) values (?, ?, ?)",
                changed.stream().map(entry -> values(list, entry)).toList());
        var days = changed.stream().map(ResidentEntry::birthDate).distinct().toList();
        var read = 0;
        for (var from = 0; from < days.size(); from += 500) {
            read += readAnew(days.subList(from, Math.min(days.size(), from + 500)));
        }
        return read;
    }

    private Object[] values(long list, ResidentEntry entry) {
        var born = keys.bornOn(entry.birthDate());
        return new Object[] {list, born, sealed.seal(list, born, entry)};
    }

    private int readAnew(List<LocalDate> days) {
        var born = keys.born(days);
        var known = born(days);
        var sides = db.query(
                MatchSubject.sql(
                        "p.born_key = any(?) and p.demographics_at > '-infinity'"
                                + " and not exists (select from match_left_out o where o.patient = p.id)",
                        "n.born_key = any(?) and not exists (select from match_left_out o where o.person = n.id)"),
                rows::read,
                born,
                born);
        var read = sides.stream()
                .filter(matchSubject -> once(
                                matchSubject,
                                known.getOrDefault(matchSubject.said().birthDate(), List.of()))
                        .isPresent())
                .toList();
        queue(read);
        return read.size();
    }

    private void queue(List<MatchSubject> sides) {
        matching.add(sides.stream()
                .map(MatchSubject::patient)
                .filter(Objects::nonNull)
                .toList());
        matching.addPersons(sides.stream()
                .map(MatchSubject::record)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .toList());
    }

    private Map<String, List<MovedResident>> born(Collection<LocalDate> days) {
        var born = new HashMap<String, List<MovedResident>>();
        db.query(
                "select " + COLUMNS + " where born_key = any(?)",
                row -> {
                    var kept = read(row);
                    born.computeIfAbsent(kept.entry().birthDate().toString().replace("-", ""), day -> new ArrayList<>())
                            .add(kept);
                },
                (Object) keys.born(days));
        return born;
    }

    /// The entry that a side reads as once, of the latest day; where two entries of any day who both read so say
    /// different things, they may be two residents and are nobody's evidence.
    private static Optional<MovedResident> once(MatchSubject matchSubject, List<MovedResident> entries) {
        var fitting = entries.stream()
                .filter(kept -> kept.entry().wasOnce(matchSubject.said()))
                .toList();
        return fitting.stream()
                .max(Comparator.comparing((MovedResident kept) -> kept.entry().validOn())
                        .thenComparingLong(MovedResident::id))
                .filter(latest ->
                        fitting.stream().allMatch(other -> other.entry().saysTheSame(latest.entry())));
    }

    /// A side as it is matched, with what it would say now.
    MatchSubject of(MatchSubject matchSubject) {
        var birth = matchSubject.said().birthDate();
        if (birth.length() != 8) {
            return matchSubject;
        }
        var born = LocalDate.of(
                Integer.parseInt(birth.substring(0, 4)),
                Integer.parseInt(birth.substring(4, 6)),
                Integer.parseInt(birth.substring(6)));
        var once = once(matchSubject, born(List.of(born)).getOrDefault(birth, List.of()));
        if (once.isEmpty() && matchSubject.now() == null) {
            return matchSubject;
        }
        db.update(
                matchSubject.patient() == null
                        ? "delete from resident_reading where person = ?"
                        : "delete from resident_reading where patient = ?",
                matchSubject.patient() == null ? matchSubject.record() : matchSubject.patient());
        once.ifPresent(kept -> db.update(
                "insert into resident_reading (entry, patient, person) values (?, ?::bigint, ?::uuid)",
                kept.id(),
                matchSubject.patient(),
                matchSubject.record()));
        return matchSubject.asOfNow(
                once.map(kept -> kept.entry().now(matchSubject.said())).orElse(null));
    }

    /// What two sides say by themselves, lifted by what they would say now: a likely pair to a link, two strangers
    /// to a question, never two who contradict; and to a link only where the given name is written the same:
    /// twins of one reading stay for a human.
    static Match lifted(Match own, Match now, boolean sameGiven) {
        if (own.contradictory() || now.contradictory() || now.outcome().compareTo(own.outcome()) >= 0) {
            return own;
        }
        return switch (own.outcome()) {
            case LINK -> own;
            case REVIEW -> sameGiven ? with(now, MatchOutcome.LINK) : own;
            case SEPARATE -> with(now, sameGiven && own.likely() ? now.outcome() : MatchOutcome.REVIEW);
        };
    }

    private static Match with(Match now, MatchOutcome outcome) {
        var evidence = new ArrayList<>(now.evidence());
        evidence.add(new Evidence("住民情報", "転居・改姓の前の記載と一致", 0));
        return new Match(now.score(), outcome, false, List.copyOf(evidence));
    }

    /// Whether the characters of both given names are known and the same.
    static boolean sameGiven(Demographics one, Demographics other) {
        var given = PersonName.read(one.name(), one.reading()).given();
        var others = PersonName.read(other.name(), other.reading()).given();
        return !given.isEmpty() && given.equals(others);
    }

    /// Forgets a list; the charts it spoke of are matched anew without it. Links that it helped to make stay,
    /// with their evidence: a human takes them back. Nobody is matched meanwhile: a chart that is read as one of
    /// the list's residents at this moment would neither be found here nor find its entry any more.
    @Transactional
    public void forget(long list) {
        matching.alone();
        var patients = db.query("""
                select r.patient from resident_reading r join resident_entry e on e.id = r.entry
                 where e.list = ? and r.patient is not null""", (row, number) -> row.getLong("patient"), list);
        var persons = db.query("""
                select r.person from resident_reading r join resident_entry e on e.id = r.entry
                 where e.list = ? and r.person is not null""", (row, number) -> new PersonId(row.getObject("person", UUID.class)), list);
        db.update("delete from resident_entry where list = ?", list);
        matching.add(patients);
        matching.addPersons(persons);
    }

    private MovedResident read(ResultSet row) throws SQLException {
        return new MovedResident(row.getLong("id"), sealed.read(row, ""));
    }
}

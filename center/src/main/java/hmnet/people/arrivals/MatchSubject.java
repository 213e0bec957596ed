package hmnet.people.arrivals;

import hmnet.people.matching.Demographics;
import hmnet.people.matching.SearchKeys;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One side of a comparison (照合の対象): a facility's patient, or a person as the office registered them.
///
/// @param patient the facility's patient, or null for a person of the office
/// @param record the person of the office, or null for a patient
/// @param person whom it belongs to now
/// @param byHuman whether a human said so
/// @param now what it would say today, where a resident list knows of a move or a changed name; else null
public record MatchSubject(
        @Nullable Long patient,
        @Nullable UUID record,
        long facility,
        String number,
        Demographics said,
        @Nullable UUID person,
        boolean byHuman,
        @Nullable Demographics now) {
    /// Patients under a condition on `p`, and persons of the office under one on `n`. Merged charts are whose
    /// the merge makes them.
    public static String sql(String patients, String persons) {
        return """
                select p.id as patient, null::uuid as record, p.facility, p.number, p.epoch, p.shown,
                       i.shown as insured_shown,
                       case when m.whole is null then l.person
                            else coalesce(merged_person(m.whole), case when merged_held(m.whole) then l.person end)
                        end as person,
                       coalesce(l.source <> 'matcher', false) as by_human, e.list as now_list,
                       e.born_key as now_born_key, e.shown as now_shown
                  from patient p
                  left join linkage l on l.patient = p.id
                  left join patient_insurance i on i.patient = p.id
                  left join merged_chart m on m.patient = p.id
                  left join resident_reading r on r.patient = p.id
                  left join resident_entry e on e.id = r.entry where\s""" + patients + """

                union all
                select null, n.id, 0, null, 0, n.shown,
                       null, n.id, true, e.list, e.born_key, e.shown
                  from person n
                  left join resident_reading r on r.person = n.id
                  left join resident_entry e on e.id = r.entry where n.origin = 'office' and\s""" + persons;
    }

    /// What names this side in a pair.
    String key() {
        return patient == null ? "n" + record : "p" + patient;
    }

    /// The name of a pair, whichever side comes first.
    static String pair(MatchSubject a, MatchSubject b) {
        return a.key().compareTo(b.key()) < 0 ? a.key() + " " + b.key() : b.key() + " " + a.key();
    }

    /// Two humans who had one chart number one after the other: that pair has a review of its own.
    boolean sameNumber(MatchSubject other) {
        return facility != 0 && facility == other.facility && number.equals(other.number);
    }

    /// The same demographics without a telephone that is nobody's own.
    MatchSubject withoutPhone() {
        var without = now == null ? null : now.withoutPhone();
        return new MatchSubject(patient, record, facility, number, said.withoutPhone(), person, byHuman, without);
    }

    /// The same, as a resident list knows it by now.
    MatchSubject asOfNow(@Nullable Demographics known) {
        return new MatchSubject(patient, record, facility, number, said, person, byHuman, known);
    }

    /// What it would say today.
    Demographics current() {
        return now == null ? said : now;
    }

    /// The keys it is found by: those of what it says, and of what it would say today.
    public SearchKeys keys() {
        var keys = SearchKeys.of(said);
        return now == null ? keys : keys.with(SearchKeys.of(now));
    }

    /// How much is known of the demographics.
    public long known() {
        return Stream.of(
                        said.name(),
                        said.reading(),
                        said.birthDate(),
                        said.sex(),
                        said.postalCode(),
                        said.address(),
                        said.phone())
                .filter(text -> !text.isBlank())
                .count();
    }

    /// The demographics of both sides in one number: when it changed, a decision is asked for again.
    static long spelling(MatchSubject a, MatchSubject b) {
        return (long) Objects.hashCode(a.said) + Objects.hashCode(b.said);
    }
}

package hmnet.people.arrivals;

import hmnet.people.matching.Demographics;
import hmnet.people.matching.SearchKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
                select p.id as patient, null::uuid as record, p.facility, p.number, p.epoch,
                       p.family_name || '　' || p.given_name as name, p.family_kana || '　' || p.given_kana as kana,
                       p.birth_date, p.sex, p.postal_code, p.address, p.phone,
                       i.insurer, i.symbol, i.number as insured, i.branch,
                       case when m.whole is null then l.person
                            else coalesce(merged_person(m.whole), case when merged_held(m.whole) then l.person end)
                        end as person,
                       coalesce(l.source <> 'matcher', false) as by_human, e.family_name || '　' || e.given_name as now_name,
                       e.family_kana || '　' || e.given_kana as now_kana, e.postal_code as now_postal, e.address as now_address
                  from patient p
                  left join linkage l on l.patient = p.id
                  left join patient_insurance i on i.patient = p.id
                  left join merged_chart m on m.patient = p.id
                  left join resident_reading r on r.patient = p.id
                  left join resident_entry e on e.id = r.entry where\s""" + patients + """

                union all
                select null, n.id, 0, '', 0, n.family_name || '　' || n.given_name,
                       n.family_kana || '　' || n.given_kana, n.birth_date, n.sex, n.postal_code, n.address, n.phone,
                       null, null, null, null, n.id, true, e.family_name || '　' || e.given_name,
                       e.family_kana || '　' || e.given_kana, e.postal_code, e.address
                  from person n
                  left join resident_reading r on r.person = n.id
                  left join resident_entry e on e.id = r.entry where n.origin = 'office' and\s""" + persons;
    }

    public static MatchSubject read(ResultSet row, int number) throws SQLException {
        var born = row.getObject("birth_date", LocalDate.class);
        var facility = row.getLong("facility");
        var said = new Demographics(
                "",
                facility == 0 ? "" : String.valueOf(facility),
                row.getString("number") + "#" + row.getInt("epoch"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("sex"),
                born == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(born),
                row.getString("postal_code"),
                row.getString("address"),
                row.getString("phone"),
                known(row.getString("insurer")),
                known(row.getString("symbol")),
                known(row.getString("insured")),
                known(row.getString("branch")));
        return new MatchSubject(
                row.getObject("patient", Long.class),
                row.getObject("record", UUID.class),
                facility,
                row.getString("number"),
                said,
                row.getObject("person", UUID.class),
                row.getBoolean("by_human"),
                now(said, row));
    }

    private static @Nullable Demographics now(Demographics said, ResultSet row) throws SQLException {
        var name = row.getString("now_name");
        return name == null
                ? null
                : said.as(name, row.getString("now_kana"), row.getString("now_postal"), row.getString("now_address"));
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
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

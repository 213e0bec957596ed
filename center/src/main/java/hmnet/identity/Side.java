package hmnet.identity;

import hmnet.matching.Demographics;
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
record Side(
        @Nullable Long patient,
        @Nullable UUID record,
        long facility,
        String number,
        Demographics said,
        @Nullable UUID person,
        boolean byHuman) {
    /// Patients under a condition on `p`, and persons of the office under one on `n`. Merged charts are whose the
    /// merge makes them.
    static String sql(String patients, String persons) {
        return """
                select p.id as patient, null::uuid as record, p.facility, p.number, p.epoch,
                       p.family_name || '　' || p.given_name as name, p.family_kana || '　' || p.given_kana as kana,
                       p.birth_date, p.sex, p.postal_code, p.address, p.phone,
                       case when m.whole is null then l.person
                            else coalesce(merged_person(m.whole), case when merged_held(m.whole) then l.person end)
                        end as person,
                       coalesce(l.source <> 'matcher', false) as by_human
                  from patient p
                  left join linkage l on l.patient = p.id
                  left join merged_chart m on m.patient = p.id where\s""" + patients + """

                union all
                select null, n.id, 0, '', 0, n.family_name || '　' || n.given_name,
                       n.family_kana || '　' || n.given_kana, n.birth_date, n.sex, n.postal_code, n.address, n.phone,
                       n.id, true
                  from person n where n.origin = 'office' and\s""" + persons;
    }

    static Side read(ResultSet row, int number) throws SQLException {
        var born = row.getObject("birth_date", LocalDate.class);
        var facility = row.getLong("facility");
        return new Side(
                row.getObject("patient", Long.class),
                row.getObject("record", UUID.class),
                facility,
                row.getString("number"),
                new Demographics(
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
                        "",
                        "",
                        "",
                        ""),
                row.getObject("person", UUID.class),
                row.getBoolean("by_human"));
    }

    /// What names this side in a pair.
    String key() {
        return patient == null ? "n" + record : "p" + patient;
    }

    /// The name of a pair, whichever side comes first.
    static String pair(Side a, Side b) {
        return a.key().compareTo(b.key()) < 0 ? a.key() + " " + b.key() : b.key() + " " + a.key();
    }

    /// Two humans who had one chart number one after the other: that pair has a review of its own.
    boolean sameNumber(Side other) {
        return facility != 0 && facility == other.facility && number.equals(other.number);
    }

    /// The same demographics without a telephone that is nobody's own.
    Side withoutPhone() {
        var d = said;
        var without = new Demographics(
                d.record(),
                d.facility(),
                d.chart(),
                d.name(),
                d.reading(),
                d.sex(),
                d.birthDate(),
                d.postalCode(),
                d.address(),
                "",
                "",
                "",
                "",
                "");
        return new Side(patient, record, facility, number, without, person, byHuman);
    }

    /// How much is known of the demographics.
    long known() {
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
    static long spelling(Side a, Side b) {
        return (long) Objects.hashCode(a.said) + Objects.hashCode(b.said);
    }
}

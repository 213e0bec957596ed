package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Epochs of chart numbers as they stand in `patient` (カルテ番号の世代の表).
@Component
class EpochRows {
    static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);

    private final JdbcTemplate db;

    EpochRows(JdbcTemplate db) {
        this.db = db;
    }

    /// All epochs of these numbers, the first first; none that was taken back.
    Map<String, List<Epoch>> of(FacilityId facility, Collection<String> numbers) {
        var known = new HashMap<String, List<Epoch>>();
        db.query(
                """
                select p.*, greatest(p.demographics_at, '0001-01-01Z'::timestamptz) as at, n.id is not null as tied,
                       n.family_name as tied_family_name, n.given_name as tied_given_name,
                       n.family_kana as tied_family_kana, n.given_kana as tied_given_kana,
                       n.birth_date as tied_birth_date, n.sex as tied_sex, n.postal_code as tied_postal_code,
                       n.address as tied_address, n.phone as tied_phone, null::date as tied_died_on
                  from patient p
                  left join linkage l on l.patient = p.id and l.source = 'desk' and p.birth_date is null
                  left join person n on n.id = l.person
                 where p.facility = ? and p.domain = '' and p.number = any(?) and p.taken_back_at is null
                 order by p.number, p.epoch""",
                (ResultSet row) -> {
                    known.computeIfAbsent(row.getString("number"), n -> new ArrayList<>())
                            .add(read(row));
                },
                facility.value(),
                numbers.stream().distinct().toArray(String[]::new));
        return known;
    }

    private static Epoch read(ResultSet row) throws SQLException {
        return new Epoch(
                row.getLong("id"),
                row.getInt("epoch"),
                demographics(row, ""),
                row.getInt("demographics_rank"),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("death_told_at", OffsetDateTime.class),
                row.getBoolean("tied") ? demographics(row, "tied_") : null);
    }

    private static Demographics demographics(ResultSet row, String whose) throws SQLException {
        return new Demographics(
                row.getString(whose + "family_name"),
                row.getString(whose + "given_name"),
                row.getString(whose + "family_kana"),
                row.getString(whose + "given_kana"),
                row.getObject(whose + "birth_date", LocalDate.class),
                row.getString(whose + "sex"),
                row.getString(whose + "postal_code"),
                row.getString(whose + "address"),
                row.getString(whose + "phone"),
                row.getObject(whose + "died_on", LocalDate.class));
    }

    /// The next epoch of a number, nothing known of it yet. The number is whose message is the latest: one
    /// epoch is open, all others are closed.
    Epoch open(FacilityId facility, List<Epoch> epochs, PatientClaim patientClaim) {
        var late = epochs.stream()
                .max(Comparator.comparing(Epoch::at))
                .filter(last -> last.follows(patientClaim))
                .isPresent();
        if (!late) {
            db.update("""
                    update patient set closed_at = now()
                     where facility = ? and domain = '' and number = ? and closed_at is null""", facility.value(), patientClaim.number());
        }
        return Objects.requireNonNull(db.queryForObject(
                """
                insert into patient (facility, number, epoch, closed_at)
                select ?, ?, coalesce(max(epoch), 0) + 1, case when ? then now() end
                  from patient where facility = ? and domain = '' and number = ?
                returning id, epoch""",
                (row, n) -> new Epoch(row.getLong("id"), row.getInt("epoch"), NOBODY, 0, OffsetDateTime.MIN, null),
                facility.value(),
                patientClaim.number(),
                late,
                facility.value(),
                patientClaim.number()));
    }

    /// Takes an epoch back that a human opened by mistake: nothing is known of it any more, and the number
    /// is again whose message was the latest before.
    void takeBack(FacilityId facility, String number, PatientId patient) {
        db.update("update patient set taken_back_at = now(), closed_at = now() where id = ?", patient.value());
        db.update("""
                update patient set closed_at = null
                 where id = (select id from patient
                              where facility = ? and domain = '' and number = ? and taken_back_at is null
                              order by died_on is not null, demographics_at desc, epoch desc limit 1)
                   and not exists (select from patient
                                    where facility = ? and domain = '' and number = ? and closed_at is null)""", facility.value(), number, facility.value(), number);
    }

    void write(Epoch epoch) {
        var d = epoch.shown();
        db.update(
                """
                update patient
                   set family_name = ?, given_name = ?, family_kana = ?, given_kana = ?, birth_date = ?, sex = ?,
                       postal_code = ?, address = ?, phone = ?, died_on = ?, death_told_at = ?, demographics_at = ?,
                       demographics_rank = ?
                 where id = ?""",
                d.familyName(),
                d.givenName(),
                d.familyKana(),
                d.givenKana(),
                d.birthDate(),
                d.sex(),
                d.postalCode(),
                d.address(),
                d.phone(),
                d.diedOn(),
                epoch.deathTold(),
                epoch.at().getYear() <= 1 ? OffsetDateTime.MIN : epoch.at(),
                epoch.rank(),
                epoch.id());
    }

    /// Whether the facility has another chart of this birth date with this home or surname: a twin.
    boolean twin(FacilityId facility, String number, Epoch epoch) {
        var known = epoch.known();
        return Boolean.TRUE.equals(db.queryForObject(
                """
                select exists (select from patient
                                where facility = ? and birth_date = ? and closed_at is null and number <> ?
                                  and (address = ? and address <> '' or left(family_name, 1) = left(?, 1)))""", Boolean.class, facility.value(), known.birthDate(), number, known.address(), known.familyName()));
    }
}

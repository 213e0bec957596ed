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
    private final JdbcTemplate db;

    EpochRows(JdbcTemplate db) {
        this.db = db;
    }

    /// All epochs of these numbers, the first first.
    Map<String, List<Epoch>> of(FacilityId facility, Collection<String> numbers) {
        var known = new HashMap<String, List<Epoch>>();
        db.query(
                """
                select number, id, epoch, family_name, given_name, family_kana, given_kana, birth_date, sex, postal_code,
                       address, phone, died_on, death_told_at, demographics_rank,
                       greatest(demographics_at, '0001-01-01Z'::timestamptz) as at
                  from patient
                 where facility = ? and domain = '' and number = any(?)
                 order by number, epoch""",
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
                new Demographics(
                        row.getString("family_name"),
                        row.getString("given_name"),
                        row.getString("family_kana"),
                        row.getString("given_kana"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("sex"),
                        row.getString("postal_code"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getObject("died_on", LocalDate.class)),
                row.getInt("demographics_rank"),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("death_told_at", OffsetDateTime.class));
    }

    /// The next epoch of a number, nothing known of it yet. The number is whose message is the latest: the others are
    /// closed.
    Epoch open(FacilityId facility, List<Epoch> epochs, PatientClaim patientClaim) {
        var number = epochs.size() + 1;
        var id = Objects.requireNonNull(db.queryForObject(
                "insert into patient (facility, number, epoch) values (?, ?, ?) returning id",
                Long.class,
                facility.value(),
                patientClaim.number(),
                number));
        epochs.stream().max(Comparator.comparing(Epoch::at)).ifPresent(last -> {
            var closed = patientClaim.at().isBefore(last.at()) ? id : last.id();
            db.update("update patient set closed_at = now() where id = ?", closed);
        });
        var nobody = new Demographics("", "", "", "", null, "unknown", "", "", "", null);
        return new Epoch(id, number, nobody, 0, OffsetDateTime.MIN, null);
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
                epoch.at(),
                epoch.rank(),
                epoch.id());
    }

    /// Whether the facility has another chart of this birth date with this surname: a twin.
    boolean twin(FacilityId facility, PatientClaim patientClaim) {
        var claimed = patientClaim.demographics();
        return Boolean.TRUE.equals(db.queryForObject(
                """
                select exists (select from patient
                                where facility = ? and birth_date = ? and closed_at is null and number <> ?
                                  and (address = ? or left(family_name, 1) = left(?, 1)))""",
                Boolean.class,
                facility.value(),
                claimed.birthDate(),
                patientClaim.number(),
                claimed.address(),
                claimed.familyName()));
    }
}

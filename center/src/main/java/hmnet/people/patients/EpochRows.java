package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Epochs of chart numbers as they stand in `patient` (カルテ番号の世代の表).
@Component
class EpochRows {
    private final JdbcTemplate db;
    private final SealedDemographics sealed;
    private final PeopleKeys keys;
    private final SealedNumbers numbers;

    EpochRows(JdbcTemplate db, SealedDemographics sealed, PeopleKeys keys, SealedNumbers numbers) {
        this.db = db;
        this.numbers = numbers;
        this.sealed = sealed;
        this.keys = keys;
    }

    /// All epochs of these numbers, the first first; none that was taken back.
    Map<String, List<Epoch>> of(FacilityId facility, Collection<String> asked) {
        var known = new HashMap<String, List<Epoch>>();
        db.query(
                """
                select p.*, greatest(p.demographics_at, '0001-01-01Z'::timestamptz) as at, n.id as tied,
                       n.shown as tied_shown
                  from patient p
                  left join linkage l on l.patient = p.id and l.source = 'desk' and p.born_key is null
                  left join person n on n.id = l.person
                 where p.facility = ? and p.domain = '' and p.number = any(?) and p.taken_back_at is null
                 order by p.number, p.epoch""",
                (ResultSet row) -> {
                    known.computeIfAbsent(numbers.open(row), n -> new ArrayList<>())
                            .add(read(row));
                },
                facility.value(),
                numbers.of(facility, asked.stream().distinct().toList()));
        return known;
    }

    private Epoch read(ResultSet row) throws SQLException {
        return new Epoch(
                row.getLong("id"),
                row.getInt("epoch"),
                sealed.patient(row, "id"),
                row.getInt("demographics_rank"),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("death_told_at", OffsetDateTime.class),
                tied(row));
    }

    private @Nullable Demographics tied(ResultSet row) throws SQLException {
        var person = row.getObject("tied", UUID.class);
        return person == null
                ? null
                : sealed.person(person, row.getBytes("tied_shown")).said();
    }

    /// The next epoch of a number, nothing known of it yet. The number is whose message is the latest: one
    /// epoch is open, all others are closed.
    Epoch open(FacilityId facility, List<Epoch> epochs, PatientClaim patientClaim) {
        var number = numbers.of(facility, patientClaim.number());
        var late = epochs.stream()
                .max(Comparator.comparing(Epoch::at))
                .filter(last -> last.follows(patientClaim))
                .isPresent();
        if (!late) {
            db.update("""
                    update patient set closed_at = now()
                     where facility = ? and domain = '' and number = ? and closed_at is null""", facility.value(), number);
        }
        return Objects.requireNonNull(db.queryForObject(
                """
                insert into patient (facility, number, epoch, closed_at)
                select ?, ?, coalesce(max(epoch), 0) + 1, case when ? then now() end
                  from patient where facility = ? and domain = '' and number = ?
                returning id, epoch""",
                (row, n) -> new Epoch(
                        row.getLong("id"), row.getInt("epoch"), SealedDemographics.NOBODY, 0, OffsetDateTime.MIN, null),
                facility.value(),
                number,
                late,
                facility.value(),
                number));
    }

    /// Takes an epoch back that a human opened by mistake: nothing is known of it any more, and the number
    /// is again whose message was the latest before.
    void takeBack(FacilityId facility, String chartNumber, PatientId patient) {
        var number = numbers.of(facility, chartNumber);
        db.update("update patient set taken_back_at = now(), closed_at = now() where id = ?", patient.value());
        db.update("""
                update patient set closed_at = null
                 where id = (select id from patient
                              where facility = ? and domain = '' and number = ? and taken_back_at is null
                              order by died, demographics_at desc, epoch desc limit 1)
                   and not exists (select from patient
                                    where facility = ? and domain = '' and number = ? and closed_at is null)""", facility.value(), number, facility.value(), number);
    }

    void write(FacilityId facility, Epoch epoch) {
        var d = epoch.shown();
        db.update(
                """
                update patient
                   set shown = ?, born_key = ?, name_key = ?, kana_keys = ?, died = ?, death_told_at = ?,
                       demographics_at = ?, demographics_rank = ?
                 where id = ?""",
                sealed.seal(epoch.id(), d),
                keys.born(d.birthDate()),
                keys.name(d),
                keys.beginnings(facility.value(), d),
                d.diedOn() != null,
                epoch.deathTold(),
                epoch.at().getYear() <= 1 ? OffsetDateTime.MIN : epoch.at(),
                epoch.rank(),
                epoch.id());
    }

    /// Whether the facility has another chart of this birth date with this home or surname: a twin.
    boolean twin(FacilityId facility, String number, Epoch epoch) {
        var known = epoch.known();
        return db
                .query(
                        """
                        select id, shown from patient
                         where facility = ? and born_key = ? and closed_at is null and number <> ?""",
                        (row, n) -> sealed.patient(row, "id"),
                        facility.value(),
                        keys.born(known.birthDate()),
                        numbers.of(facility, number))
                .stream()
                .anyMatch(other -> Resemblance.of(known, other).home() == FieldLikeness.SAME
                        || NameLikeness.maybeOneFamily(known, other));
    }
}

package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import hmnet.record.filing.RecordState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The day of the last visit a facility sent of its own patients (最終受診日), for the facility itself and
/// nobody else: no chart is opened, nothing but the day is read.
@Component
public class LastVisits {
    private static final long VISITS = RecordKind.VISIT.mask() | RecordKind.ADMISSION.mask();
    private static final long ANY = -1L & ~1L;

    private final JdbcTemplate db;

    LastVisits(JdbcTemplate db) {
        this.db = db;
    }

    /// The days of those of whom a visit or stay was received. Inside the caller's transaction, in which no
    /// chart may be opened: row-level security then shows it these patients.
    ///
    /// @param own the facility that asks; others' patients and others' records are passed over
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<PatientId, LocalDate> of(FacilityId own, Collection<PatientId> patients) {
        return days(own, patients, VISITS);
    }

    /// The days of the last care of any kind (最終診療日).
    @Transactional
    public Map<PatientId, LocalDate> ofCare(FacilityId own, Collection<PatientId> patients) {
        return days(own, patients, ANY);
    }

    private Map<PatientId, LocalDate> days(FacilityId own, Collection<PatientId> patients, long kinds) {
        var ids = patients.stream().map(PatientId::value).toArray(Long[]::new);
        db.queryForObject("""
                select set_config('hmnet.patients', coalesce(array_agg(patient), '{}')::text, true)
                  from patient_listed where patient = any(?) and facility = ?""", String.class, ids, own.value());
        var days = new HashMap<PatientId, LocalDate>();
        db.query(
                """
                select asked.patient, (last.occurred_at at time zone 'Asia/Tokyo')::date as day
                  from unnest(?::bigint[]) as asked(patient)
                 cross join lateral (select occurred_at from record r
                                      where r.patient = asked.patient and r.facility = ?
                                        and (?::bigint >> r.kind) & 1 = 1 and r.state = ?
                                      order by occurred_at desc limit 1) last""",
                row -> {
                    days.put(new PatientId(row.getLong("patient")), row.getObject("day", LocalDate.class));
                },
                ids,
                own.value(),
                kinds,
                RecordState.LIVE.code());
        db.queryForObject("select set_config('hmnet.patients', '', true)", String.class);
        return days;
    }
}

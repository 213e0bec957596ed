package hmnet.consent;

import hmnet.consent.Decision.Granted;
import hmnet.consent.Decision.Reason;
import hmnet.consent.Decision.Refused;
import hmnet.directory.Facilities;
import hmnet.directory.Facility;
import hmnet.directory.FacilityId;
import hmnet.directory.Profession;
import hmnet.directory.Requester;
import hmnet.formats.RecordKind;
import hmnet.identity.LinkedPatient;
import hmnet.identity.PersonId;
import hmnet.identity.Persons;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Decides whether a person's chart opens to a requester, and how far (開示の判定).
@Component
public class Decisions {
    private final JdbcClient db;
    private final Persons persons;
    private final Facilities facilities;
    private final Rules rules;
    private final Clock clock;

    Decisions(JdbcClient db, Persons persons, Facilities facilities, Rules rules, Clock clock) {
        this.db = db;
        this.persons = persons;
        this.facilities = facilities;
        this.rules = rules;
        this.clock = clock;
    }

    /// Decides inside the caller's transaction and keeps a share lock on the person's consent until it ends: a
    /// withdrawal waits for it. An unknown person costs the same work as a closed one.
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision decide(Requester requester, PersonId person) {
        var standing = db.sql("""
                        select c.state, c.kinds, c.labels, (c.changed_at at time zone 'Asia/Tokyo')::date as consented_on,
                               r.person is not null as related, r.disclose_from,
                               exists (select from linkage l join patient p on p.id = l.patient
                                        where l.person = c.person and p.facility = :facility) as own_patient,
                               exists (select from consent_exception e
                                        where e.person = c.person
                                          and (e.facility = :facility or e.staff = :staff)
                                          and e.since <= now() and (e.until is null or e.until > now())) as excepted
                          from consent c
                          left join relation r
                            on r.facility = :facility and r.person = c.person and r.until > now()
                         where c.person = :person
                           for share of c""")
                .param("facility", requester.facility().value())
                .param("staff", requester.staff().value())
                .param("person", person.value())
                .query(Decisions::read)
                .optional();
        var patients = patientsOf(person);
        if (standing.isEmpty() || !standing.get().tied()) {
            return new Refused(Reason.NOT_KNOWN);
        }
        return decide(requester, standing.get(), patients);
    }

    /// Whether a profession sees rows of this kind with these labels at all, whatever person and hospital allow.
    public boolean professionSees(Profession profession, RecordKind kind, long labels) {
        var table = ProfessionKinds.of(profession);
        return table.sees(kind) && (labels & ~table.labels(kind)) == 0;
    }

    private Decision decide(Requester requester, Standing standing, Map<LinkedPatient, Facility> patients) {
        if (!requester.direction().views()) {
            return new Refused(Reason.FACILITY_DOES_NOT_VIEW);
        }
        if (standing.excepted()) {
            return new Refused(Reason.CLOSED_BY_PERSON);
        }
        return switch (standing.state()) {
            case "given" ->
                new Granted(new Disclosure(
                                Audience.PROFESSIONAL,
                                requester.profession(),
                                requester.facilityKind(),
                                requester.facility(),
                                rules.book(),
                                standing.kinds(),
                                standing.labels(),
                                standing.consentedOn(),
                                standing.discloseFrom(),
                                OffsetDateTime.now(clock))
                        .grant(patients));
            case "withdrawn" -> new Refused(Reason.CONSENT_WITHDRAWN);
            default -> new Refused(Reason.CONSENT_MISSING);
        };
    }

    private Map<LinkedPatient, Facility> patientsOf(PersonId person) {
        var known = new LinkedHashMap<FacilityId, Facility>();
        var patients = new LinkedHashMap<LinkedPatient, Facility>();
        for (var patient : persons.patientsOf(person)) {
            patients.put(patient, known.computeIfAbsent(patient.facility(), facilities::get));
        }
        return patients;
    }

    private static Standing read(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getString("state"),
                row.getLong("kinds"),
                row.getLong("labels"),
                row.getObject("consented_on", LocalDate.class),
                row.getBoolean("related"),
                row.getBoolean("own_patient"),
                row.getBoolean("excepted"),
                row.getObject("disclose_from", LocalDate.class));
    }

    /// How a person stands to the requester's facility.
    private record Standing(
            String state,
            long kinds,
            long labels,
            LocalDate consentedOn,
            boolean related,
            boolean ownPatient,
            boolean excepted,
            @Nullable LocalDate discloseFrom) {
        boolean tied() {
            return related || ownPatient;
        }
    }
}

package hmnet.consent.decisions;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Decision.Reason;
import hmnet.consent.decisions.Decision.Refused;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.Successions;
import hmnet.people.links.KnownPerson;
import hmnet.people.links.SealedPersons;
import hmnet.people.patients.LinkedPatient;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How far a person's own chart opens to themselves, or to who represents them (本人への開示の判定).
@Component
public class OwnDecisions {
    private static final AgreedScope OWN = new AgreedScope(-1, -1);

    private static final String KNOWN = """
            select c.person = :person as asked,
                   (c.changed_at at time zone 'Asia/Tokyo')::date as consented_on, p.*
              from consent c
              join person_with_patients p on p.id = c.person
             where c.person = any (array(select s.other from same_person s where s.person = :person)
                                   || cast(:person as uuid))
               and c.joins = (select now.joins from consent now where now.person = c.person)
             order by c.person, p.patient_facility, p.patient limit 500
               for share of c""";

    private final JdbcClient db;
    private final Facilities facilities;
    private final Successions successions;
    private final Rules rules;
    private final SealedPersons persons;
    private final SealedNumbers numbers;
    private final Clock clock;

    OwnDecisions(
            JdbcClient db,
            Facilities facilities,
            Successions successions,
            Rules rules,
            SealedPersons persons,
            SealedNumbers numbers,
            Clock clock) {
        this.db = db;
        this.facilities = facilities;
        this.successions = successions;
        this.rules = rules;
        this.persons = persons;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// Decides inside the caller's transaction and holds the person's consent until it ends, as a decision about a
    /// member of staff does. The position chosen, and what is denied within it, say what others see: they keep
    /// nothing from oneself. Hospitals' rules for residents bind; what the person has not been told is never in the
    /// grant.
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision decide(ResidentCaller resident) {
        var scope = scope(resident);
        return scope.kinds() == 0
                ? new Refused(Reason.NOT_KNOWN)
                : known(resident)
                        .<Decision>map(own -> new Granted(
                                own.known().person(), disclosure(own, scope).grant(sources(own.known()))))
                        .orElseGet(() -> new Refused(Reason.NOT_KNOWN));
    }

    /// A proxy reads the kinds they were given, and nothing that bears a sensitive label.
    private static AgreedScope scope(ResidentCaller resident) {
        var held = resident.representation();
        return held == null ? OWN : new AgreedScope(held.kinds(), ConsentChoice.EVERYTHING_BUT_SENSITIVE.labels());
    }

    private Disclosure disclosure(OwnStanding own, AgreedScope scope) {
        return new Disclosure(
                Audience.RESIDENT, null, rules.book(), scope, own.consentedOn(), null, OffsetDateTime.now(clock));
    }

    /// Each facility's records obey its rule for residents. What residents wrote themselves is their own and always
    /// theirs
    /// to read.
    private Map<LinkedPatient, Source> sources(KnownPerson known) {
        var heirs = successions.now();
        var sources = new LinkedHashMap<LinkedPatient, Source>();
        known.patients().forEach(patient -> sources.put(patient, source(patient, heirs)));
        return sources;
    }

    private Source source(LinkedPatient patient, Heirs heirs) {
        var facility = patient.facility();
        return new Source(
                facilities.get(facility),
                heirs.ruleOf(facility),
                heirs.discloses(facility, facilities::get),
                heirs.isStopped(facility, facilities::get),
                facilities.get(facility).kind() == FacilityKind.HANDBOOK);
    }

    private Optional<OwnStanding> known(ResidentCaller resident) {
        return db.sql(KNOWN).param("person", resident.person()).query((ResultSetExtractor<Optional<OwnStanding>>)
                this::read);
    }

    private Optional<OwnStanding> read(ResultSet rows) throws SQLException {
        @Nullable OwnStanding all = null;
        while (rows.next()) {
            var row = new OwnStanding(
                    rows.getBoolean("asked"),
                    rows.getObject("consented_on", LocalDate.class),
                    KnownPerson.of(rows, persons, numbers));
            all = all == null ? row : all.with(row);
        }
        return Optional.ofNullable(all).filter(OwnStanding::asked);
    }

    /// What is known of a person and of everyone who is one with them.
    ///
    /// @param asked whether the person whose page it is is in it
    private record OwnStanding(boolean asked, LocalDate consentedOn, KnownPerson known) {
        OwnStanding with(OwnStanding other) {
            var mine = asked || !other.asked;
            return new OwnStanding(
                    asked || other.asked,
                    mine ? consentedOn : other.consentedOn,
                    mine ? known.with(other.known) : other.known.with(known));
        }
    }
}

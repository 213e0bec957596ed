package hmnet.care.areacopies;

import hmnet.consent.consents.EmergencyConsents;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who lets the devices of a fire service keep their emergency code (地域の控えの申出): a decision of its own, beside the
/// consent
/// for emergencies, and ended on the same page.
@Component
class AreaConsents {
    private final JdbcClient db;
    private final Facilities facilities;
    private final EmergencyConsents emergencyConsents;
    private final Protections protections;
    private final Audit audit;

    AreaConsents(
            JdbcClient db,
            Facilities facilities,
            EmergencyConsents emergencyConsents,
            Protections protections,
            Audit audit) {
        this.db = db;
        this.facilities = facilities;
        this.emergencyConsents = emergencyConsents;
        this.protections = protections;
        this.audit = audit;
    }

    /// What somebody decided (申出).
    record AreaConsent(long id, PersonId person, FacilityId service, OffsetDateTime since) {}

    /// What stands out there when it has ended (残っている控え).
    ///
    /// @param until when the last is gone
    record LeftCopies(long devices, OffsetDateTime until) {}

    /// The fire services that take part.
    List<Facility> services() {
        return facilities.all().stream()
                .filter(one -> one.kind() == FacilityKind.FIRE_COMMAND)
                .toList();
    }

    Optional<AreaConsent> of(PersonId person) {
        return db.sql("select * from area_copy_consent where person = ? and ended_at is null")
                .param(person.value())
                .query((row, number) -> new AreaConsent(
                        row.getLong("id"),
                        person,
                        new FacilityId(row.getLong("service")),
                        row.getObject("since", OffsetDateTime.class)))
                .optional();
    }

    /// Only beside a consent for emergencies, and never of a protected person.
    boolean isOffered(PersonId person) {
        return emergencyConsents.since(person).isPresent() && !protections.isProtected(person);
    }

    /// @return false for no such fire service, or where it is not offered
    @Transactional
    boolean give(ResidentCaller resident, long service) {
        var person = new PersonId(resident.person());
        var known = services().stream().anyMatch(one -> one.id().value() == service);
        if (!known || !isOffered(person)) {
            return false;
        }
        end(resident);
        db.sql("insert into area_copy_consent (person, service) values (?, ?)")
                .params(person.value(), service)
                .update();
        audit.write(resident.did(Action.AREA_COPY_AGREED, "given").with("service", Long.toString(service)));
        return true;
    }

    @Transactional
    boolean end(ResidentCaller resident) {
        var ended = db.sql("update area_copy_consent set ended_at = now() where person = ? and ended_at is null")
                        .param(resident.person())
                        .update()
                > 0;
        if (ended) {
            audit.write(resident.did(Action.AREA_COPY_AGREED, "ended"));
        }
        return ended;
    }

    /// Copies that devices may still hold: the last of each sign-in counts.
    Optional<LeftCopies> left(PersonId person) {
        return db.sql("""
                        select count(distinct staff) as devices, max(until) as until from area_copy
                         where person = ? and until > now() having count(*) > 0""")
                .param(person.value())
                .query((row, number) ->
                        new LeftCopies(row.getLong("devices"), row.getObject("until", OffsetDateTime.class)))
                .optional();
    }

    @Transactional
    void shown(ResidentCaller resident) {
        audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "area-copies"));
    }
}

package hmnet.consent.emergency;

import hmnet.consent.emergency.DoorRequest.HandedDoor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Doors that hospitals open by what a crew stated (搬送先の閲覧): the crew's door and reason, the hospital's own decision,
/// the first page alone.
@Component
public class HandedOpenings {
    private final JdbcClient db;
    private final EmergencyOpenings openings;

    HandedOpenings(JdbcClient db, EmergencyOpenings openings) {
        this.db = db;
        this.openings = openings;
    }

    /// Opens it, never for longer than it was handed on; in the caller's transaction, which must not be committed where
    /// nothing opens.
    ///
    /// @param until when what was handed on ends
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<EmergencyOpening> open(Requester by, EmergencyOpening crew, OffsetDateTime until) {
        return crew.mistakenAt() != null || crew.handedFrom() != null || !crew.isOfEmergency()
                ? Optional.empty()
                : openings.opened(
                        by,
                        crew.person(),
                        new DoorRequest(crew.door(), crew.reason(), null, null, new HandedDoor(crew.id(), until)));
    }

    /// Ends what a facility's staff opened of it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(long crew, FacilityId at) {
        db.sql("""
                        update emergency_opening set ended_at = now()
                         where handed_from = ? and facility = ? and ended_at is null and until > now()""").params(crew, at.value()).update();
    }

    /// The opening of a crew that was handed on, whoever opened it.
    public Optional<EmergencyOpening> crewOpening(long id) {
        return db.sql("select * from emergency_opening where id = ?")
                .param(id)
                .query(EmergencyRows::read)
                .optional();
    }
}

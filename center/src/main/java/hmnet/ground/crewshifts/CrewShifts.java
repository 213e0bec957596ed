package hmnet.ground.crewshifts;

import hmnet.ground.database.Recent;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.CertificateEntry.ShiftLengths;
import hmnet.ground.signin.Sessions;
import hmnet.ground.signin.Sessions.LiveSession;
import hmnet.ground.signin.Sessions.SignInMeans;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Which facilities' crews need a registered device, and how long their shift is (救急隊の端末). Their sign-in at a device
/// ends with the shift by itself; any other sign-in of theirs opens no emergency door.
@Component
public class CrewShifts implements ShiftLengths {
    private final JdbcClient db;
    private final ObjectProvider<Sessions> sessions;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Recent<Map<FacilityId, CrewShift>> known;

    CrewShifts(JdbcClient db, ObjectProvider<Sessions> sessions, TransactionOperations transaction, Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
        this.known = new Recent<>(this::read);
    }

    @Override
    public Optional<Duration> of(FacilityId facility) {
        return shift(facility).map(CrewShift::length);
    }

    /// As it stood at most two seconds ago.
    Optional<CrewShift> shift(FacilityId facility) {
        return Optional.ofNullable(known.get().get(facility));
    }

    Set<FacilityId> facilities() {
        return known.get().keySet();
    }

    /// Why this request comes to no emergency door; nothing where it does, as at every facility without the rule. A
    /// shift that is over ends its sign-in.
    public Optional<CrewObjection> objection(Requester by, HttpServletRequest request) {
        return shift(by.facility())
                .flatMap(shift -> sessions.getObject()
                        .live(request)
                        .map(session -> objection(shift, session))
                        .orElse(Optional.of(CrewObjection.NO_DEVICE)));
    }

    /// When the shift ends that began at a registered device; nothing for any other sign-in.
    public Optional<OffsetDateTime> end(Requester by, HttpServletRequest request) {
        return shift(by.facility())
                .flatMap(shift -> sessions.getObject()
                        .live(request)
                        .filter(session -> session.means() == SignInMeans.DEVICE_AND_PASSWORD)
                        .map(session -> session.since().plus(shift.length())));
    }

    private Optional<CrewObjection> objection(CrewShift shift, LiveSession session) {
        if (session.means() != SignInMeans.DEVICE_AND_PASSWORD) {
            return Optional.of(CrewObjection.NO_DEVICE);
        }
        if (session.since().plus(shift.length()).isAfter(OffsetDateTime.now(clock))) {
            return Optional.empty();
        }
        transaction.executeWithoutResult(status -> sessions.getObject().end(session.mark()));
        return Optional.of(CrewObjection.SHIFT_OVER);
    }

    /// Inside the transaction of two who agreed.
    void set(FacilityId facility, int hours) {
        db.sql("""
                        insert into crew_shift (facility, hours) values (?, ?)
                            on conflict (facility) do update set hours = excluded.hours, since = now()""").params(facility.value(), hours).update();
        known.forget();
    }

    void end(FacilityId facility) {
        db.sql("delete from crew_shift where facility = ?")
                .param(facility.value())
                .update();
        known.forget();
    }

    /// As it is now, held until the transaction ends; 0 for no rule.
    int hoursNow(FacilityId facility) {
        return db.sql("select hours from crew_shift where facility = ? for update")
                .param(facility.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private Map<FacilityId, CrewShift> read() {
        var shifts = new HashMap<FacilityId, CrewShift>();
        db.sql("select facility, hours from crew_shift limit 5000").query(row -> {
            shifts.put(new FacilityId(row.getLong("facility")), new CrewShift(row.getInt("hours")));
        });
        return Map.copyOf(shifts);
    }
}

package hmnet.care.emergencycode;

import hmnet.ground.directory.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The crew of a fire service whose sign-ins so far are those of a registered device (試験用の勤務).
final class AreaShift {
    private static final int RULE_KNOWN_MS = 2_100;

    private AreaShift() {}

    /// As if each of the service had signed in at its device just now.
    static void begin(JdbcClient db, FacilityId service, int hours) throws InterruptedException {
        db.sql("insert into crew_shift (facility, hours) values (?, ?)")
                .params(service.value(), hours)
                .update();
        signedInAtTheDevice(db, service);
        Thread.sleep(RULE_KNOWN_MS);
    }

    static void signedInAtTheDevice(JdbcClient db, FacilityId service) {
        db.sql("""
                        update signin_session set means = 'device'
                         where staff in (select id from staff where facility = ?)""").param(service.value()).update();
    }
}

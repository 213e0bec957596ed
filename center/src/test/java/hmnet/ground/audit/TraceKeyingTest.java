package hmnet.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TraceKeyingTest extends AuditCentre {
    @Autowired
    TraceKeying traceKeying;

    @Autowired
    Exposures exposures;

    private static ExposureSubject through(ExposureKind kind, String word) {
        var now = Instant.now();
        return new ExposureSubject.Through(kind, word, now.minus(Duration.ofDays(1)), now.plusSeconds(60));
    }

    private static Trace by(long staff, UUID person) {
        return Trace.of(Action.CHART_OPENED, Actor.staff(staff), "opened")
                .at(staff)
                .about(person)
                .with(Map.of("view", "x"));
    }

    @Test
    void anEventIsFoundByWhoAndFromWhereOnly() {
        var staff = 7_000_000 + (long) (Math.random() * 1_000_000);
        var person = UUID.randomUUID();
        var id = write(by(staff, person));
        write(by(staff + 1, UUID.randomUUID()));
        for (var subject : new ExposureSubject[] {
            through(ExposureKind.ACTOR, "staff:" + staff), through(ExposureKind.FACILITY, "" + staff)
        }) {
            assertThat(exposures.part(subject, null, 10))
                    .extracting(ExposedEvent::id)
                    .containsExactly(id);
            assertThat(exposures.count(subject)).isEqualTo(new Exposures.ExposureCount(1, 1));
        }
        assertThat(exposures.part(through(ExposureKind.ACTOR, "staff:" + staff), id, 10))
                .isEmpty();
    }

    @Test
    void anEventOfBeforeTheKeysIsKeyedLater() throws SQLException {
        var staff = 8_000_000 + (long) (Math.random() * 1_000_000);
        var id = write(by(staff, UUID.randomUUID()));
        var subject = through(ExposureKind.ACTOR, "staff:" + staff);
        try (var owner = owner();
                var unkeyed = owner.prepareStatement(
                        "update audit_event set actor_key = null, facility_key = null where id = ?")) {
            unkeyed.setObject(1, id);
            unkeyed.execute();
            owner.commit();
        }
        assertThat(exposures.part(subject, null, 10)).isEmpty();
        traceKeying.all();
        assertThat(exposures.part(subject, null, 10))
                .extracting(ExposedEvent::id)
                .containsExactly(id);
        assertThat(traceKeying.batch()).isZero();
    }
}

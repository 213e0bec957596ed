package hmnet.exchange.balp;

import hmnet.exchange.balp.ReportedEvent.ReportedFacility;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.Trace;
import hmnet.ground.audit.TraceOrigin;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Events of every action, and what other systems are told of them (外へ伝える見本).
public final class ReportedSamples {
    public static final AuditNames NAMES = new AuditNames(place -> "urn:oid:2.25.1." + place, "hmnet.example/audit");
    public static final UUID PERSON = UUID.fromString("a3f1c8aa-0000-4000-8000-000000000001");

    static final Actor DOCTOR = Actor.staff(12);
    private static final Instant AT = Instant.parse("2026-11-25T01:02:03.456789Z");
    private static final UUID EVENT = UUID.fromString("019abcde-0000-7000-8000-000000000001");

    private ReportedSamples() {}

    /// A doctor of a clinic did it to somebody's record, at a browser.
    public static Trace byDoctor(Action action) {
        return Trace.of(action, DOCTOR, "done").at(7).as("doctor").about(PERSON).purpose("TREAT");
    }

    public static ReportedEvent reported(Trace trace) {
        return reported(trace, new TraceOrigin("192.0.2.7", "session:0123456789abcdef"));
    }

    public static ReportedEvent reported(Trace trace, TraceOrigin origin) {
        return ReportedEvents.of(new ExposedEvent(EVENT, AT, trace, origin), facility(trace));
    }

    private static @Nullable ReportedFacility facility(Trace trace) {
        return trace.facility() == 0 ? null : new ReportedFacility("3412345678", "見本診療所");
    }

    /// Each action by each kind of actor, about somebody and about nobody, from somewhere and from nowhere.
    public static Stream<ReportedEvent> ofEveryAction() {
        return Arrays.stream(Action.values())
                .flatMap(action -> Stream.of(
                        reported(byDoctor(action).with(Map.of("view", "timeline", "lines", "3"))),
                        reported(
                                Trace.of(action, Actor.facility(7), "told")
                                        .about(PERSON)
                                        .with(Map.of("transaction", "ITI-78", "request", "r-1", "query", "family=架空")),
                                new TraceOrigin("2001:db8::7", "certificate:00ff")),
                        reported(Trace.of(action, Actor.resident(9), "shown").about(PERSON)),
                        reported(Trace.of(action, Actor.CENTRE, "done"), TraceOrigin.NONE)));
    }
}

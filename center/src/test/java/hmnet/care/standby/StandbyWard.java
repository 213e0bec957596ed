package hmnet.care.standby;

import hmnet.care.disaster.DisasterWard;
import hmnet.care.standby.StandbyCopies.StandbyCopy;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital with standby copies (非常時の写しの試験の場).
public abstract class StandbyWard extends DisasterWard {
    @Autowired
    StandbyOrders orders;

    @Autowired
    StandbyCopies copies;

    /// Two agreed that it gets copies.
    void ordered(FacilityId hospital) {
        desk(hospital).post("/standby", Map.of("why", "停電に備える"));
        operator().post("/office/standby/" + hospital.value() + "/agreement", Map.of());
    }

    String coded(FacilityId hospital) {
        return orders.code(at(hospital, Profession.RECEPTION)).orElseThrow().value();
    }

    StandbyCopy made(FacilityId hospital) {
        try {
            return copies.make(hospital).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String file(StandbyCopy copy) {
        try {
            return new String(
                    copies.taken(copy, Trace.of(Action.STANDBY_COPY, Actor.CENTRE, "taken")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

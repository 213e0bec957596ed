package hmnet.record.intake;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.Quarantine;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Where a facility's gateway says how it is (稼働報告の受付), and hears what of its files waits here before
/// a human.
@RestController
class HealthRoutes {
    private final GatewayHealths healths;
    private final Quarantine quarantine;
    private final Inbox inbox;
    private final Clock clock;

    HealthRoutes(GatewayHealths healths, Quarantine quarantine, Inbox inbox, Clock clock) {
        this.healths = healths;
        this.quarantine = quarantine;
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/inbox/health")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    HealthReply hear(@RequestBody GatewayHealth health, FacilityId facility) {
        healths.hear(facility, health);
        return new HealthReply(
                clock.instant().toString(),
                inbox.counts(facility).quarantined(),
                quarantine.held(facility).stream().map(HealthReply.HeldFile::of).toList());
    }

    /// The facility's own last report.
    @GetMapping("/inbox/health")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<GatewayHealth> last(FacilityId facility) {
        return ResponseEntity.of(healths.of(facility).map(GatewayHealths.GatewayReport::health));
    }

    /// What the gateway hears: the time here, and what of its files is held.
    record HealthReply(String now, long quarantined, List<HeldFile> held) {
        /// One of the newest.
        record HeldFile(String path, String reason, String detail, String receivedAt) {
            static HeldFile of(Quarantine.QuarantinedFile held) {
                return new HeldFile(
                        held.path(),
                        held.reason(),
                        Objects.requireNonNullElse(held.detail(), ""),
                        held.receivedAt().toInstant().toString());
            }
        }
    }
}

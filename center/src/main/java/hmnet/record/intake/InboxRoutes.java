package hmnet.record.intake;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.InboxCounts;
import hmnet.record.inbox.InboxState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Where a facility asks for the state of the files it sent (受信状況). It sees its own files and no others.
@RestController
class InboxRoutes {
    private final Inbox inbox;

    InboxRoutes(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/inbox/{id}")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<FileStatus> state(@PathVariable long id, FacilityId facility) {
        return ResponseEntity.of(inbox.state(facility, id).map(FileStatus::of));
    }

    @GetMapping("/inbox/counts")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    InboxCounts counts(FacilityId facility) {
        return inbox.counts(facility);
    }

    /// What the facility is told of one file.
    record FileStatus(
            long id,
            String path,
            String state,
            List<String> repairs,
            @Nullable String reason,
            @Nullable String detail,
            String receivedAt) {
        static FileStatus of(InboxState state) {
            return new FileStatus(
                    state.id(),
                    state.path(),
                    state.state().word(),
                    state.repairs(),
                    state.reason(),
                    state.detail(),
                    state.receivedAt().toString());
        }
    }
}

package hmnet.care.standby;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.io.IOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Where a facility's machine fetches the newest copy (非常時の写しの受渡し): its own facility's alone, sealed as it lies here.
/// What it
/// has already, by its `ETag`, is not sent again (304); 404 while there is none.
@RestController
class StandbyDoor {
    private final StandbyCopies copies;

    StandbyDoor(StandbyCopies copies) {
        this.copies = copies;
    }

    @GetMapping("/standby/copy")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<byte[]> newest(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has,
            FacilityId facility)
            throws IOException {
        var newest = copies.newest(facility);
        if (newest.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var copy = newest.get();
        var tag = "\"" + HexFormat.of().formatHex(copy.digest()) + "\"";
        if (tag.equals(has)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        var taken = Trace.of(Action.STANDBY_COPY, Actor.facility(facility.value()), "taken");
        var answer = StandbyPage.handedOut(copy, copies.taken(copy, taken));
        return ResponseEntity.ok().headers(answer.getHeaders()).eTag(tag).body(answer.getBody());
    }
}

package hmnet.care.areacopies;

import hmnet.care.devicecopies.CopyAnswers;
import hmnet.care.devicecopies.SentLook;
import hmnet.ground.crewshifts.CrewShifts;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a crew's device asks of the centre for its set (地域の控えの受け渡し). The page is that of emergency codes.
@Controller
class AreaCopyPage {
    private final AreaCopies copies;
    private final CrewShifts shifts;

    AreaCopyPage(AreaCopies copies, CrewShifts shifts) {
        this.copies = copies;
        this.shifts = shifts;
    }

    /// The set for this shift, at a registered device alone.
    @PostMapping("/emergency/area")
    @Rule(Right.EMERGENCY)
    ResponseEntity<?> hand(Requester requester, HttpServletRequest request) {
        return shifts.end(requester, request)
                .<ResponseEntity<?>>map(end -> copies.handedJustNow(requester)
                        ? CopyAnswers.refused(HttpStatus.TOO_MANY_REQUESTS, "just-now")
                        : CopyAnswers.handed(copies.hand(requester, end)))
                .orElseGet(() -> CopyAnswers.refused(HttpStatus.FORBIDDEN, "no-registered-device"));
    }

    /// Which copies of this service still stand.
    @GetMapping("/emergency/area/standing")
    @Rule(Right.EMERGENCY)
    ResponseEntity<List<UUID>> standing(Requester requester) {
        return CopyAnswers.handed(copies.standing(requester));
    }

    /// One look that was made without a network; sent again it counts once.
    @PostMapping("/emergency/area/looks")
    @Rule(Right.EMERGENCY)
    ResponseEntity<Void> looked(
            @RequestParam(required = false) @Nullable UUID look,
            @RequestParam(required = false) @Nullable UUID copy,
            @RequestParam(defaultValue = "") String at,
            Requester requester) {
        return CopyAnswers.looked(SentLook.of(look, copy, at), sent -> copies.looked(requester, sent));
    }
}

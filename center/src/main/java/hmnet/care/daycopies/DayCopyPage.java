package hmnet.care.daycopies;

import hmnet.care.devicecopies.CopyAnswers;
import hmnet.care.devicecopies.SentLook;
import hmnet.ground.design.Assets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a facility's device fetches and reads the copies of its patients of the day (本日の控え). The page names nobody, so
/// that the device can keep it; what it reads, its script reads from the device.
@Controller
class DayCopyPage {
    static final String PATH = "/portal/today";
    private static final String POLICY = "Content-Security-Policy";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private static final String OF_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self';"
                    + " form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static final String OF_SERVICE =
            "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final DayCopies copies;
    private final Assets assets;
    private final Pages pages;
    private final Clock clock;

    DayCopyPage(DayCopies copies, Assets assets, Pages pages, Clock clock) {
        this.copies = copies;
        this.assets = assets;
        this.pages = pages;
        this.clock = clock;
    }

    /// The page without anybody's name (画面の枠).
    ///
    /// @param kept what the device keeps beside it
    record DayShell(String path, String service, List<String> kept) {}

    /// Without the header by which pages go to the lock: where there is no network it would lead nowhere. The page
    /// locks itself.
    @GetMapping(PATH)
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(Frame frame, HttpServletResponse response) {
        response.setHeader("Refresh", null);
        response.setHeader(POLICY, OF_PAGE);
        var parts = assets.dayCopies();
        var screen = new DayShell(PATH, PATH + "/service.js", parts.kept());
        return Pages.answer(
                HttpStatus.OK, pages.render("care/daycopies/shell", frame.ofResident(), Map.of("page", screen)));
    }

    /// The set until the end of the shift, 14 hours at most.
    ///
    /// @param until the time of day at which the shift ends, as 17:30
    @PostMapping("/portal/today/copies")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> hand(@RequestParam(defaultValue = "") String until, Requester requester, Frame frame) {
        var end = end(until);
        if (end.isEmpty()) {
            return CopyAnswers.refused(HttpStatus.UNPROCESSABLE_CONTENT, "until");
        }
        if (copies.handedJustNow(requester)) {
            return CopyAnswers.refused(HttpStatus.TOO_MANY_REQUESTS, "just-now");
        }
        return CopyAnswers.handed(copies.hand(requester, end.get(), frame));
    }

    private Optional<OffsetDateTime> end(String typed) {
        try {
            var now = OffsetDateTime.now(clock);
            var local = now.atZoneSameInstant(JapaneseDates.JAPAN);
            var end = local.with(LocalTime.parse(typed));
            if (!end.isAfter(local)) {
                end = end.plusDays(1);
            }
            return Optional.of(end.toOffsetDateTime()).filter(one -> !one.isAfter(now.plus(DayCopies.LONGEST)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Which copies of this facility still stand.
    @GetMapping("/portal/today/standing")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<List<UUID>> standing(Requester requester) {
        return CopyAnswers.handed(copies.standing(requester));
    }

    /// One look; sent again it counts once.
    @PostMapping("/portal/today/looks")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<Void> looked(
            @RequestParam(required = false) @Nullable UUID look,
            @RequestParam(required = false) @Nullable UUID copy,
            @RequestParam(defaultValue = "") String at,
            Requester requester) {
        return CopyAnswers.looked(SentLook.of(look, copy, at), sent -> copies.looked(requester, sent));
    }

    /// Its scope is this page: no other one is answered by it.
    @GetMapping("/portal/today/service.js")
    @Rule(Right.PUBLIC)
    ResponseEntity<byte[]> service() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", PATH)
                .header(POLICY, OF_SERVICE)
                .body(assets.read(assets.dayCopies().service()));
    }
}

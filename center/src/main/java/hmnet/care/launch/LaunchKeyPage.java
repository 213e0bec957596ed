package hmnet.care.launch;

import hmnet.care.launch.LaunchKeyScreen.FreshLine;
import hmnet.care.launch.LaunchKeyScreen.KeyLine;
import hmnet.care.launch.LaunchKeys.LaunchKey;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.MyNumber;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A facility's desk makes and ends the keys of its own system (起動鍵の管理); an operator ends any.
@Controller
class LaunchKeyPage {
    private static final Set<String> DONE = Set.of("ended");
    private static final int NAME_MAX = 60;

    private final LaunchKeys keys;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    LaunchKeyPage(LaunchKeys keys, Facilities facilities, Staff staff, Pages pages) {
        this.keys = keys;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping("/launch-keys")
    @Rule(Right.MEMBERS)
    @MenuPlace(text = "menu.launch-keys", icon = "lock", group = MenuGroup.NETWORK, order = 67)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Requester by, Frame frame) {
        return page(null, Pages.known(DONE, done), null, by, frame);
    }

    /// The secret stands on this answer and nowhere again.
    @PostMapping("/launch-keys")
    @Rule(Right.MEMBERS)
    @ChecksNumbers("name")
    ResponseEntity<String> make(@RequestParam(defaultValue = "") String name, Requester by, Frame frame) {
        if (name.isBlank() || name.length() > NAME_MAX || MyNumber.standsIn(name)) {
            return page("name", null, null, by, frame);
        }
        var fresh = keys.make(by, name.strip());
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh.secret());
        return page(null, null, new FreshLine(fresh.id().toString(), secret), by, frame);
    }

    @PostMapping("/launch-keys/end")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> end(@RequestParam(required = false) @Nullable UUID key, Requester by) {
        if (key == null) {
            return Pages.seeOther("/launch-keys");
        }
        keys.end(by, key);
        return Pages.seeOther("/launch-keys?done=ended");
    }

    private ResponseEntity<String> page(
            @Nullable String problem, @Nullable String done, @Nullable FreshLine fresh, Requester by, Frame frame) {
        var all = keys.of(by);
        var names = staff.names(all.stream().map(LaunchKey::madeBy).toList());
        var screen = new LaunchKeyScreen(
                facilities.get(by.facility()).code(),
                problem,
                done,
                fresh,
                all.stream()
                        .map(key -> new KeyLine(
                                key.id().toString(),
                                key.name(),
                                facilities.get(key.facility()).name(),
                                names.getOrDefault(key.madeBy(), ""),
                                key.madeAt(),
                                key.endedAt()))
                        .toList());
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/launch/keys", frame, Map.of("page", screen)));
    }
}

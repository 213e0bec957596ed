package hmnet.care.arrangement;

import hmnet.care.viewer.PageWishes.ReaderWishes;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which panels come first, which periods pages open with (表示の設定), and the sheet of keys with its switch (キー操作).
@Controller
class ArrangementPage {
    private static final Set<String> TOLD = Set.of("kept", "reset", "on", "off");

    private final Arrangements arrangements;
    private final Pages pages;

    ArrangementPage(Arrangements arrangements, Pages pages) {
        this.arrangements = arrangements;
        this.pages = pages;
    }

    @GetMapping("/arrangement")
    @Rule(Right.VIEW_CHART)
    @MenuPlace(text = "menu.arrangement", icon = "id", group = MenuGroup.CARE, order = 18)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, Requester requester, Frame frame) {
        return page("care/arrangement/arrangement", told, requester, frame);
    }

    /// The same panel twice counts once; a word that nobody knows counts as none.
    @PostMapping("/arrangement")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> keep(
            @RequestParam(defaultValue = "") List<String> panel,
            @RequestParam(defaultValue = "") String timeline,
            @RequestParam(defaultValue = "") String laboratory,
            Requester requester) {
        var before = arrangements.of(requester);
        arrangements.keep(
                requester,
                new ReaderWishes(
                        before.keys(),
                        Arrangements.known(panel, ArrangementScreen.PANELS).stream()
                                .limit(ArrangementScreen.COLUMNS)
                                .toList(),
                        ArrangementScreen.TIMELINE.contains(timeline) ? timeline : "",
                        ArrangementScreen.LABORATORY.contains(laboratory) ? laboratory : ""));
        return Pages.seeOther("/arrangement?told=kept");
    }

    @PostMapping("/arrangement/reset")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> reset(Requester requester) {
        arrangements.reset(requester);
        return Pages.seeOther("/arrangement?told=reset");
    }

    /// A page, so that it is read without JavaScript too.
    @GetMapping("/shortcuts")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> shortcuts(
            @RequestParam(required = false) @Nullable String told, Requester requester, Frame frame) {
        return page("care/arrangement/shortcuts", told, requester, frame);
    }

    @PostMapping("/shortcuts")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> turn(@RequestParam(defaultValue = "") String keys, Requester requester) {
        var before = arrangements.of(requester);
        var on = keys.equals("on");
        arrangements.keep(requester, new ReaderWishes(on, before.panels(), before.timeline(), before.laboratory()));
        return Pages.seeOther("/shortcuts?told=" + (on ? "on" : "off"));
    }

    private ResponseEntity<String> page(String template, @Nullable String told, Requester requester, Frame frame) {
        var screen = new ArrangementScreen(arrangements.of(requester), Pages.known(TOLD, told));
        return Pages.answer(HttpStatus.OK, pages.render(template, frame, Map.of("page", screen)));
    }
}

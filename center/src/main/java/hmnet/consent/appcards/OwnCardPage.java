package hmnet.consent.appcards;

import hmnet.consent.appcards.OwnCardScreen.CardReadAt;
import hmnet.consent.cards.AppCards;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.consent.residents.OwnSessionMark;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
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

/// The HM card on the resident's telephone (アプリのHMカード). To show it ties a facility to the person, so of
/// those who represent somebody only whoever may decide shows it.
@Controller
class OwnCardPage {
    private static final String PATH = "/my/card";

    private final AppCards cards;
    private final Facilities facilities;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnCardPage(AppCards cards, Facilities facilities, OwnWhoses whoses, Pages pages) {
        this.cards = cards;
        this.facilities = facilities;
        this.whoses = whoses;
        this.pages = pages;
    }

    /// A new code at each look; after some that came by themselves, none until somebody asks.
    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "0") int turn,
            @RequestParam(required = false) @Nullable String done,
            ResidentCaller resident,
            HttpServletRequest request,
            Frame frame) {
        var told = Pages.known(Set.of("ended"), done);
        if (!cards.has(resident)) {
            return page(OwnCardScreen.NONE, told, resident, frame);
        }
        var session = OwnSessionMark.of(request).orElseThrow();
        var read = cards.lastRead(resident, session)
                .map(one ->
                        new CardReadAt(one.at(), facilities.get(one.facility()).name()))
                .orElse(null);
        if (turn < 0 || turn >= OwnCardScreen.TURNS) {
            return page(OwnCardScreen.paused(null, read), told, resident, frame);
        }
        var screen = cards.show(resident, session)
                .map(code -> OwnCardScreen.shown(code, cards.good(), turn, read))
                .orElseGet(() -> OwnCardScreen.paused("too-many", read));
        return page(screen, told, resident, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(PATH)
    ResponseEntity<String> make(ResidentCaller resident) {
        cards.make(resident);
        return Pages.seeOther(PATH);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping("/my/card/end")
    ResponseEntity<String> look(ResidentCaller resident, Frame frame) {
        if (!cards.has(resident)) {
            return Pages.seeOther(PATH);
        }
        var m = frame.m();
        var sure = new Sure(
                m.t("my.card.end"),
                List.of(whoses.of(resident).name()),
                List.of(m.t("my.card.end.at-once"), m.t("my.card.end.printed"), m.t("my.card.end.again")),
                PATH + "/end",
                Map.of("whose", resident.whose()),
                m.t("my.card.end.go"),
                PATH);
        return pages.ownSure(sure, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/card/end")
    ResponseEntity<String> end(ResidentCaller resident) {
        cards.end(resident);
        return Pages.seeOther(PATH + "?done=ended");
    }

    private ResponseEntity<String> page(
            OwnCardScreen screen, @Nullable String done, ResidentCaller resident, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("page", screen);
        model.put("done", done);
        model.put("whose", whoses.of(resident));
        return Pages.answer(
                "too-many".equals(screen.problem()) ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.OK,
                pages.render("consent/appcards/own-card", frame.ofResident(), model));
    }
}

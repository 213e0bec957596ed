package hmnet.care.areacopies;

import hmnet.care.areacopies.AreaConsents.LeftCopies;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
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

/// A resident lets the devices of one fire service keep their emergency code, and ends it (地域の控えの申出).
@Controller
class OwnAreaPage {
    private static final String PATH = "/my/area-copies";
    private static final Set<String> DONE = Set.of("given", "ended");

    private final AreaConsents consents;
    private final Facilities facilities;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnAreaPage(AreaConsents consents, Facilities facilities, OwnWhoses whoses, Pages pages) {
        this.consents = consents;
        this.facilities = facilities;
        this.whoses = whoses;
        this.pages = pages;
    }

    /// The page of it (申出の画面).
    ///
    /// @param service the fire service, or null where nothing stands
    /// @param offered whether it can be agreed to
    /// @param left copies that devices may still hold, or null
    record OwnAreaScreen(
            @Nullable String service,
            @Nullable OffsetDateTime since,
            List<Facility> services,
            boolean offered,
            @Nullable LeftCopies left,
            @Nullable String done,
            @Nullable String problem) {}

    @GetMapping(PATH)
    @Rule(Right.SUBJECT_DECIDES)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done, ResidentCaller resident, Frame frame) {
        consents.shown(resident);
        return page(Pages.known(DONE, done), null, resident, frame);
    }

    @PostMapping(PATH)
    @Rule(Right.SUBJECT_DECIDES)
    ResponseEntity<String> give(@RequestParam(defaultValue = "0") long service, ResidentCaller resident, Frame frame) {
        return consents.give(resident, service)
                ? Pages.seeOther(PATH + "?done=given")
                : page(null, "refused", resident, frame);
    }

    @PostMapping("/my/area-copies/end")
    @Rule(Right.SUBJECT_DECIDES)
    ResponseEntity<String> end(ResidentCaller resident) {
        return Pages.seeOther(PATH + (consents.end(resident) ? "?done=ended" : ""));
    }

    private ResponseEntity<String> page(
            @Nullable String done, @Nullable String problem, ResidentCaller resident, Frame frame) {
        var person = new PersonId(resident.person());
        var stands = consents.of(person);
        var screen = new OwnAreaScreen(
                stands.map(one -> facilities.get(one.service()).name()).orElse(null),
                stands.map(AreaConsents.AreaConsent::since).orElse(null),
                consents.services(),
                consents.isOffered(person),
                consents.left(person).orElse(null),
                done,
                problem);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(
                        "care/areacopies/own",
                        frame.ofResident(),
                        Map.of("page", screen, "whose", whoses.of(resident))));
    }
}

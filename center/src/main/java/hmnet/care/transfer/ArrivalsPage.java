package hmnet.care.transfer;

import hmnet.care.transfer.ArrivalsScreen.ComingPatient;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.HandedOpenings;
import hmnet.consent.handovers.HandoverEnding;
import hmnet.consent.handovers.Handovers;
import hmnet.consent.handovers.HospitalHandover;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.SecondFactor;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The emergency room sees who is on the way, and opens what the crew handed on (搬送中の方). Other hospitals see nothing.
@Controller
class ArrivalsPage {
    static final String PATH = "/emergency/arrivals";
    private static final Set<String> DONE = Set.of(HandoverEnding.ARRIVED.word(), HandoverEnding.ELSEWHERE.word());
    private static final Set<String> PROBLEMS = Set.of("ended");

    private final Handovers handovers;
    private final HandedOpenings handed;
    private final Persons persons;
    private final Protections protections;
    private final Facilities facilities;
    private final SecondFactor factor;
    private final Pages pages;
    private final Clock clock;

    ArrivalsPage(
            Handovers handovers,
            HandedOpenings handed,
            Persons persons,
            Protections protections,
            Facilities facilities,
            SecondFactor factor,
            Pages pages,
            Clock clock) {
        this.handovers = handovers;
        this.handed = handed;
        this.persons = persons;
        this.protections = protections;
        this.facilities = facilities;
        this.factor = factor;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Rule(Right.EMERGENCY)
    @MenuPlace(text = "menu.arrivals", icon = "warn", group = MenuGroup.CARE, order = 16)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester requester,
            Frame frame) {
        return page(Pages.known(DONE, done), Pages.known(PROBLEMS, problem), requester, frame);
    }

    /// Without consent whoever is no crew shows the second factor again, as at every such door.
    @PostMapping("/emergency/arrivals/{id}/opening")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> open(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            Requester requester,
            HttpServletRequest request,
            Frame frame) {
        var crew = handovers.arriving(requester, id).flatMap(one -> handed.crewOpening(one.opening()));
        if (crew.isEmpty()) {
            return Pages.seeOther(PATH + "?problem=ended");
        }
        if (asksCode(crew.get(), requester)) {
            switch (factor.shown(requester, code, request)) {
                case RIGHT -> {}
                case WRONG -> {
                    return page(null, "code", requester, frame);
                }
                case HELD -> {
                    return page(null, "held", requester, frame);
                }
            }
        }
        return handovers
                .open(requester, id)
                .map(opening -> Pages.seeOther("/emergency/views/" + opening.id()))
                .orElseGet(() -> page(null, "closed", requester, frame));
    }

    /// They arrived, or went elsewhere.
    @PostMapping("/emergency/arrivals/{id}/end")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> end(
            @PathVariable long id, @RequestParam(defaultValue = "") String how, Requester requester, Frame frame) {
        return HandoverEnding.ofHospital(how)
                .filter(ending -> handovers.close(requester, id, ending))
                .map(ending -> Pages.seeOther(PATH + "?done=" + ending.word()))
                .orElseGet(() -> Pages.seeOther(PATH + "?problem=ended"));
    }

    private static boolean asksCode(EmergencyOpening crew, Requester requester) {
        return crew.withoutConsent() && !requester.emergencyOnly();
    }

    private ResponseEntity<String> page(
            @Nullable String done, @Nullable String problem, Requester requester, Frame frame) {
        var lines = handovers.arrivals(requester).stream()
                .flatMap(one -> line(one, requester).stream())
                .toList();
        handovers.listed(requester, lines.size());
        return Pages.answer(
                problem == null || PROBLEMS.contains(problem) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(
                        "care/transfer/arrivals", frame, Map.of("page", new ArrivalsScreen(lines, done, problem))));
    }

    /// Nobody whom the reader may not know of: since it was handed on somebody may have been protected from them.
    private Optional<ComingPatient> line(HospitalHandover one, Requester requester) {
        return handed.crewOpening(one.opening())
                .filter(crew -> !protections.keeps(requester, crew.person()))
                .map(crew -> line(one, crew, persons.find(crew.person()), requester));
    }

    private ComingPatient line(
            HospitalHandover one, EmergencyOpening crew, Optional<Person> person, Requester requester) {
        var from = facilities.get(one.from());
        var today = LocalDate.now(clock.withZone(JapaneseDates.JAPAN));
        return new ComingPatient(
                one.id(),
                from.name(),
                from.phone(),
                one.at(),
                one.expectedAt(),
                one.until(),
                person.map(Person::birthDate)
                        .map(born -> Period.between(born, today).getYears())
                        .orElse(null),
                person.map(Person::sex).orElse("unknown"),
                crew.door().word(),
                switch (crew.door()) {
                    case PRIOR_CONSENT, DISASTER -> "";
                    case SCENE_CONSENT -> "emergency.giver." + crew.reason();
                    case BREAK_GLASS -> "emergency.risk." + crew.reason();
                },
                asksCode(crew, requester));
    }
}

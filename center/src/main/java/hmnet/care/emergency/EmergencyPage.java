package hmnet.care.emergency;

import hmnet.care.emergency.EmergencyScreen.DoorsScreen;
import hmnet.care.emergency.EmergencyScreen.FoundPerson;
import hmnet.care.emergency.EmergencyScreen.OpenView;
import hmnet.care.emergency.EmergencyScreen.OwedWords;
import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.CardQr;
import hmnet.consent.consents.EmergencyDoor;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.emergency.ConsentGiver;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.consent.emergency.EmergencyTimings;
import hmnet.consent.emergency.LifeRisk;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.SecondFactor;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Finds somebody and opens one of three doors to them (救急の入口). A person who is unknown, protected from the reader,
/// or to whom no door opens, is one answer.
@Controller
class EmergencyPage {
    static final String PATH = "/emergency";
    private static final String WORD = "emergency";
    private static final int TYPED_MAX = 80;

    private final ProvenPersons provenPersons;
    private final EmergencyFinding finding;
    private final EmergencyOpenings openings;
    private final Persons persons;
    private final Protections protections;
    private final Tickets tickets;
    private final EmergencyTimings timings;
    private final SecondFactor factor;
    private final Pages pages;
    private final Clock clock;

    EmergencyPage(
            ProvenPersons provenPersons,
            EmergencyFinding finding,
            EmergencyOpenings openings,
            Persons persons,
            Protections protections,
            Tickets tickets,
            EmergencyTimings timings,
            SecondFactor factor,
            Pages pages,
            Clock clock) {
        this.provenPersons = provenPersons;
        this.finding = finding;
        this.openings = openings;
        this.persons = persons;
        this.protections = protections;
        this.tickets = tickets;
        this.timings = timings;
        this.factor = factor;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Rule(Right.EMERGENCY)
    @MenuPlace(text = "menu.emergency", icon = "warn", group = MenuGroup.CARE, order = 17)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done, Requester requester, Frame frame) {
        return page(null, Pages.known(Set.of("ended", "said", "mistaken"), done), "", "", List.of(), requester, frame);
    }

    @PostMapping("/emergency/search")
    @Rule(Right.EMERGENCY)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        if (CardNumber.holdsMyNumber(who)) {
            return page("my-number", null, "", birth, List.of(), requester, frame);
        }
        if (who.isBlank() || who.length() > TYPED_MAX) {
            return page("nobody", null, "", birth, List.of(), requester, frame);
        }
        if (!CardQr.looksLike(who) && BirthDates.parse(birth).isEmpty()) {
            return page("birth", null, who, birth, List.of(), requester, frame);
        }
        var found = finding.find(who, birth, requester);
        return switch (found.persons().size()) {
            case 0 -> page(found.missed(), null, found.passed() ? "" : who, birth, List.of(), requester, frame);
            case 1 -> {
                var person = found.persons().getFirst();
                yield doors(person, ticket(person, requester), null, requester, frame);
            }
            default -> page(null, null, who, birth, found.persons(), requester, frame);
        };
    }

    @GetMapping("/emergency/doors")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> doors(@RequestParam(defaultValue = "") String card, Requester requester, Frame frame) {
        return named(card, requester)
                .map(person -> doors(person, card, null, requester, frame))
                .orElseGet(() -> page("again", null, "", "", List.of(), requester, frame));
    }

    @PostMapping("/emergency/openings")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> open(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String door,
            @RequestParam(defaultValue = "") String giver,
            @RequestParam(defaultValue = "") String risk,
            @RequestParam(defaultValue = "") String code,
            Requester requester,
            HttpServletRequest request,
            Frame frame) {
        var person = named(card, requester);
        if (person.isEmpty()) {
            return page("again", null, "", "", List.of(), requester, frame);
        }
        var wanted = EmergencyDoor.of(door);
        var problem = problem(wanted.orElse(null), giver, risk);
        if (problem == null && wanted.orElseThrow() == EmergencyDoor.BREAK_GLASS && !requester.emergencyOnly()) {
            problem = problem(factor, requester, code, request);
        }
        if (problem != null) {
            return doors(person.get(), card, problem, requester, frame);
        }
        var id = person.get().id();
        var opened = switch (wanted.orElseThrow()) {
            case PRIOR_CONSENT -> openings.byPriorConsent(requester, id);
            case SCENE_CONSENT ->
                openings.byConsentAtScene(requester, id, ConsentGiver.of(giver).orElseThrow());
            case BREAK_GLASS ->
                openings.breakGlass(requester, id, LifeRisk.of(risk).orElseThrow());
            case DISASTER -> Optional.<EmergencyOpening>empty();
        };
        opened.ifPresent(one -> timings.opened(one, Tickets.writtenAt(card)));
        return opened.map(one -> Pages.seeOther("/emergency/views/" + one.id()))
                .orElseGet(() -> page("nobody", null, "", "", List.of(), requester, frame));
    }

    private static @Nullable String problem(@Nullable EmergencyDoor door, String giver, String risk) {
        return switch (door) {
            case null -> "missing";
            case PRIOR_CONSENT -> null;
            case DISASTER -> "missing";
            case SCENE_CONSENT -> ConsentGiver.of(giver).isPresent() ? null : "missing";
            case BREAK_GLASS -> LifeRisk.of(risk).isPresent() ? null : "missing";
        };
    }

    /// What is wrong with the second factor, shown again; null for nothing.
    static @Nullable String problem(SecondFactor factor, Requester requester, String code, HttpServletRequest request) {
        return switch (factor.shown(requester, code, request)) {
            case RIGHT -> null;
            case WRONG -> "code";
            case HELD -> "held";
        };
    }

    private Optional<Person> named(String card, Requester requester) {
        return provenPersons.find(card, requester, Set.of(WORD));
    }

    private ResponseEntity<String> doors(
            Person person, String card, @Nullable String problem, Requester requester, Frame frame) {
        var minutes = requester.emergencyOnly()
                ? openings.settings().crew().toMinutes()
                : openings.settings().chart().toMinutes();
        var screen = new DoorsScreen(
                found(person, card, requester),
                openings.agreed(person.id()),
                !requester.emergencyOnly(),
                minutes,
                problem);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/emergency/doors", frame, Map.of("page", screen)));
    }

    private String ticket(Person person, Requester requester) {
        return tickets.write(new Ticket(person.id(), WORD), requester);
    }

    /// @param card the proof that names this person, as old as the search
    private FoundPerson found(Person person, String card, Requester requester) {
        var town = protections.hiddenFrom(requester, List.of(person.id())).isEmpty() ? person.town() : "";
        return new FoundPerson(card, person.name(), person.kana(), person.birthDate(), person.sex(), town);
    }

    private ResponseEntity<String> page(
            @Nullable String problem,
            @Nullable String done,
            String who,
            String birth,
            List<Person> found,
            Requester requester,
            Frame frame) {
        var screen = new EmergencyScreen(
                problem,
                done,
                who,
                birth,
                found.stream()
                        .map(person -> found(person, ticket(person, requester), requester))
                        .toList(),
                openings.openNow(requester).stream()
                        .filter(EmergencyOpening::isOfEmergency)
                        .map(this::open)
                        .toList(),
                openings.wordless(requester).stream()
                        .filter(EmergencyOpening::isOfEmergency)
                        .map(this::owed)
                        .toList());
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/emergency/emergency", frame, Map.of("page", screen)));
    }

    private OpenView open(EmergencyOpening opening) {
        return new OpenView(
                opening.id(),
                persons.find(opening.person()).map(Person::name).orElse(""),
                opening.door().word(),
                opening.until());
    }

    private OwedWords owed(EmergencyOpening opening) {
        var by = opening.openedAt().plus(openings.settings().wordsWithin());
        return new OwedWords(opening.id(), opening.openedAt(), by, by.isBefore(OffsetDateTime.now(clock)));
    }
}

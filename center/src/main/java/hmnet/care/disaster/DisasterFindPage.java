package hmnet.care.disaster;

import hmnet.care.disaster.DisasterFindScreen.FoundHere;
import hmnet.care.disaster.DisasterFindScreen.OpenHere;
import hmnet.care.emergency.EmergencyFinding;
import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.CardQr;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.disaster.Disaster;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

/// Finds somebody and opens their emergency view, while the disaster mode lets the reader look (災害時の閲覧の入口). A person
/// who is unknown, protected, or who agreed to nothing is one answer.
@Controller
class DisasterFindPage {
    static final String PATH = "/disaster";
    private static final String WORD = "disaster";
    private static final int TYPED_MAX = 80;

    private final Disasters disasters;
    private final EmergencyFinding finding;
    private final EmergencyOpenings openings;
    private final ProvenPersons provenPersons;
    private final Persons persons;
    private final Protections protections;
    private final Tickets tickets;
    private final Pages pages;

    DisasterFindPage(
            Disasters disasters,
            EmergencyFinding finding,
            EmergencyOpenings openings,
            ProvenPersons provenPersons,
            Persons persons,
            Protections protections,
            Tickets tickets,
            Pages pages) {
        this.disasters = disasters;
        this.finding = finding;
        this.openings = openings;
        this.provenPersons = provenPersons;
        this.persons = persons;
        this.protections = protections;
        this.tickets = tickets;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.DISASTER)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done, Requester requester, Frame frame) {
        return page(null, "ended".equals(done), "", "", List.of(), requester, frame);
    }

    @PostMapping("/disaster/search")
    @Rule(Right.DISASTER)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        if (CardNumber.holdsMyNumber(who)) {
            return page("my-number", false, "", birth, List.of(), requester, frame);
        }
        if (who.isBlank() || who.length() > TYPED_MAX) {
            return page("nobody", false, "", birth, List.of(), requester, frame);
        }
        if (!CardQr.looksLike(who) && BirthDates.parse(birth).isEmpty()) {
            return page("birth", false, who, birth, List.of(), requester, frame);
        }
        var found = finding.find(who, birth, requester);
        return found.persons().isEmpty()
                ? page(found.missed(), false, found.passed() ? "" : who, birth, List.of(), requester, frame)
                : page(null, false, who, birth, found.persons(), requester, frame);
    }

    @PostMapping("/disaster/openings")
    @Rule(Right.DISASTER)
    ResponseEntity<String> open(@RequestParam(defaultValue = "") String card, Requester requester, Frame frame) {
        var person = provenPersons.find(card, requester, Set.of(WORD));
        if (person.isEmpty()) {
            return page("again", false, "", "", List.of(), requester, frame);
        }
        return openings.inDisaster(requester, person.get().id())
                .map(one -> Pages.seeOther(DisasterViewPage.path(one.id())))
                .orElseGet(() -> page("closed", false, "", "", List.of(), requester, frame));
    }

    private ResponseEntity<String> page(
            @Nullable String problem,
            boolean ended,
            String who,
            String birth,
            List<Person> found,
            Requester requester,
            Frame frame) {
        var screen = new DisasterFindScreen(
                until(disasters.opensTo(requester)),
                problem,
                ended,
                who,
                birth,
                found.stream().map(person -> found(person, requester)).toList(),
                openings.openNow(requester).stream()
                        .filter(one -> !one.isOfEmergency())
                        .map(this::open)
                        .toList());
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/disaster/find", frame, Map.of("page", screen)));
    }

    /// It may have ended since the gate asked.
    private static OffsetDateTime until(Optional<Disaster> disaster) {
        return disaster.map(Disaster::until).orElseGet(() -> OffsetDateTime.now(ZoneOffset.UTC));
    }

    private FoundHere found(Person person, Requester requester) {
        var town = protections.hiddenFrom(requester, List.of(person.id())).isEmpty() ? person.town() : "";
        return new FoundHere(
                tickets.write(new Ticket(person.id(), WORD), requester),
                person.name(),
                person.kana(),
                person.birthDate(),
                person.sex(),
                town);
    }

    private OpenHere open(EmergencyOpening opening) {
        return new OpenHere(
                opening.id(), persons.find(opening.person()).map(Person::name).orElse(""), opening.until());
    }
}

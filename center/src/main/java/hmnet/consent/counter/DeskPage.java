package hmnet.consent.counter;

import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.counter.DeskScreen.CardMatch;
import hmnet.consent.counter.DeskScreen.ComparisonLine;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.Patients;
import hmnet.people.patients.Patients.PatientDetails;
import java.text.Normalizer;
import java.util.ArrayList;
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

/// The hospital's desk ties its chart number to a card (病院窓口での紐付け), after comparing the two.
@Controller
class DeskPage {
    private static final String COMPARED = "desk";

    private final Cards cards;
    private final CardSchemes schemes;
    private final Persons persons;
    private final Patients patients;
    private final Relations relations;
    private final Protections protections;
    private final Tickets tickets;
    private final Pages pages;

    DeskPage(
            Cards cards,
            CardSchemes schemes,
            Persons persons,
            Patients patients,
            Relations relations,
            Protections protections,
            Tickets tickets,
            Pages pages) {
        this.cards = cards;
        this.schemes = schemes;
        this.persons = persons;
        this.patients = patients;
        this.relations = relations;
        this.protections = protections;
        this.tickets = tickets;
        this.pages = pages;
    }

    @GetMapping("/desk")
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.desk", icon = "desk", group = MenuGroup.CARE, order = 40)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Frame frame) {
        return page(null, done, null, frame);
    }

    /// Chart and card side by side.
    @PostMapping("/desk")
    @Rule(Right.DESK)
    ResponseEntity<String> compare(
            @RequestParam String chart, @RequestParam String code, Requester requester, Frame frame) {
        if (MyNumber.looksLike(code) || MyNumber.looksLike(chart)) {
            return page("my-number", null, null, frame);
        }
        var patient = patients.shown(requester.facility(), chart.strip());
        if (patient.isEmpty()) {
            return page("no-chart", null, null, frame);
        }
        return holder(code, patient.get(), requester)
                .map(person -> page(null, null, match(patient.get(), person, requester), frame))
                .orElseGet(() -> page("no-card", null, null, frame));
    }

    @PostMapping("/desk/ties")
    @Rule(Right.DESK)
    ResponseEntity<String> tie(
            @RequestParam String chart, @RequestParam String card, Requester requester, Frame frame) {
        var ticket = tickets.read(card, requester, Set.of(COMPARED));
        if (ticket.isEmpty() || protections.keeps(requester, ticket.get().person())) {
            return page("no-card", null, null, frame);
        }
        return switch (relations.tie(requester, ticket.get().person(), chart)) {
            case LINKED, ALREADY -> CardPage.to("/desk?done=" + chart.replaceAll("[^0-9A-Za-z]", ""));
            case SOMEBODY_ELSES -> page("tied-elsewhere", null, null, frame);
        };
    }

    /// A typed number counts with the birth date that the hospital itself knows.
    private Optional<Person> holder(String code, PatientDetails patient, Requester requester) {
        var number = schemes.recognise(code);
        if (!number.isEmpty() && patient.birthDate() != null) {
            return cards.readTyped(number, patient.birthDate(), requester) instanceof TypedCard.Known known
                    ? persons.find(known.person())
                    : Optional.empty();
        }
        return cards.readQr(code, requester).flatMap(persons::find);
    }

    private CardMatch match(PatientDetails patient, Person person, Requester requester) {
        var lines = new ArrayList<>(List.of(
                line("name", patient.name(), person.name()),
                line("kana", patient.kana(), person.kana()),
                line(
                        "birth",
                        String.valueOf(patient.birthDate()),
                        person.birthDate().toString())));
        if (protections.hiddenFrom(requester, List.of(person.id())).isEmpty()) {
            lines.add(line("town", Person.town(patient.address()), person.town()));
        }
        return new CardMatch(patient.number(), tickets.write(new Ticket(person.id(), COMPARED), requester), lines);
    }

    private static ComparisonLine line(String what, String chart, String card) {
        return new ComparisonLine(what, chart, card, fold(chart).equals(fold(card)));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private ResponseEntity<String> page(
            @Nullable String problem, @Nullable String done, @Nullable CardMatch match, Frame frame) {
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/counter/desk", frame, Map.of("page", new DeskScreen(problem, done, match))));
    }
}

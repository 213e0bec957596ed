package hmnet.consent.counter;

import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.CardQr;
import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.counter.DeskScreen.CardMatch;
import hmnet.consent.counter.DeskScreen.WaitingTie;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.relations.Relations;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.Patients;
import hmnet.people.patients.Patients.PatientDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/// The hospital's desk ties its chart number to a card (病院窓口での紐付け), after comparing the two.
@Controller
class DeskPage {
    private static final String COMPARED = "desk";
    private static final String CHART = "chart";
    private static final String CODE = "code";
    private static final int REASON_MAX = 500;
    private static final Set<String> TOLD = Set.of("proposed", "refused");

    private final ProvenPersons provenPersons;
    private final Cards cards;
    private final CardSchemes schemes;
    private final Persons persons;
    private final Patients patients;
    private final Relations relations;
    private final Tickets tickets;
    private final TieProposals proposals;
    private final Staff staff;
    private final Pages pages;

    DeskPage(
            ProvenPersons provenPersons,
            Cards cards,
            CardSchemes schemes,
            Persons persons,
            Patients patients,
            Relations relations,
            Tickets tickets,
            TieProposals proposals,
            Staff staff,
            Pages pages) {
        this.provenPersons = provenPersons;
        this.cards = cards;
        this.schemes = schemes;
        this.persons = persons;
        this.patients = patients;
        this.relations = relations;
        this.tickets = tickets;
        this.proposals = proposals;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping("/desk")
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.desk", icon = "desk", group = MenuGroup.CARE, order = 40)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String told,
            Requester requester,
            Frame frame) {
        var said = told != null && TOLD.contains(told) ? told : null;
        return page(new DeskScreen(null, done, said, null, waiting(requester)), frame);
    }

    /// Chart and card side by side.
    @PostMapping("/desk")
    @Rule(Right.DESK)
    @ChecksNumbers({"chart", "code"})
    ResponseEntity<String> compare(
            @RequestParam(defaultValue = "") String chart,
            @RequestParam(defaultValue = "") String code,
            Requester requester,
            Frame frame) {
        if (CardQr.looksLike(chart) && !CardQr.looksLike(code)) {
            return compare(code, chart, requester, frame);
        }
        var typed = Map.of(CHART, chart, CODE, code);
        var individual = typed.entrySet().stream()
                .filter(field -> MyNumber.looksLike(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!individual.isEmpty()) {
            return typedAgain("my-number", typed, individual, requester, frame);
        }
        var patient = patients.shown(requester.facility(), chart.strip());
        if (patient.isEmpty()) {
            return typedAgain("no-chart", typed, List.of(CHART), requester, frame);
        }
        return holder(code, patient.get(), requester)
                .map(person -> CardPage.to("/desk/comparison?chart="
                        + UriUtils.encode(patient.get().number(), StandardCharsets.UTF_8)
                        + "&card=" + tickets.write(new Ticket(person.id(), COMPARED), requester)))
                .orElseGet(() -> noCard(code, typed, requester, frame));
    }

    /// What the app showed and is over is taken out of the field: the next one is read into it.
    private ResponseEntity<String> noCard(String code, Map<String, String> typed, Requester requester, Frame frame) {
        return cards.passed(code)
                ? typedAgain("passed", Map.of(CHART, typed.get(CHART), CODE, ""), List.of(CODE), requester, frame)
                : typedAgain("no-card", typed, List.of(CODE), requester, frame);
    }

    /// At an address of its own, for as long as the ticket holds: going back reads no card twice.
    @GetMapping("/desk/comparison")
    @Rule(Right.DESK)
    ResponseEntity<String> comparison(
            @RequestParam(defaultValue = "") String chart,
            @RequestParam(defaultValue = "") String card,
            Requester requester,
            Frame frame) {
        var person = compared(card, requester);
        var patient = patients.shown(requester.facility(), chart.strip());
        return person.isEmpty() || patient.isEmpty()
                ? CardPage.to("/desk")
                : again(null, patient.get(), person.get(), "", requester, frame);
    }

    /// What contradicts, or says too little, is never tied by one person, whatever the form says.
    @PostMapping("/desk/ties")
    @Rule(Right.DESK)
    ResponseEntity<String> tie(
            @RequestParam(defaultValue = "") String chart,
            @RequestParam(defaultValue = "") String card,
            Requester requester,
            Frame frame) {
        var person = compared(card, requester);
        var patient = patients.shown(requester.facility(), chart.strip());
        if (person.isEmpty() || patient.isEmpty()) {
            return problem(person.isEmpty() ? "no-card" : "no-chart", requester, frame);
        }
        if (proposals.compare(patient.get(), person.get(), requester).takesTwo()) {
            return again("contradicts", patient.get(), person.get(), "", requester, frame);
        }
        return switch (relations.tie(requester, person.get().id(), patient.get().number())) {
            case LINKED, ALREADY -> done(patient.get().number());
            case SOMEBODY_ELSES -> problem("tied-elsewhere", requester, frame);
        };
    }

    /// One of the desk says why the two are one human all the same; a second one of it answers.
    @PostMapping("/desk/proposals")
    @Rule(Right.DESK)
    @ChecksNumbers("why")
    ResponseEntity<String> propose(
            @RequestParam(defaultValue = "") String chart,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String why,
            Requester requester,
            Frame frame) {
        var person = compared(card, requester);
        var patient = patients.shown(requester.facility(), chart.strip());
        if (person.isEmpty() || patient.isEmpty()) {
            return problem(person.isEmpty() ? "no-card" : "no-chart", requester, frame);
        }
        if (why.isBlank() || why.length() > REASON_MAX || MyNumber.standsIn(why)) {
            var problem = MyNumber.standsIn(why) ? "my-number" : "why";
            var kept = problem.equals("why") ? why : "";
            return again(problem, patient.get(), person.get(), kept, requester, frame);
        }
        proposals.propose(patient.get(), person.get(), why.strip(), requester);
        return CardPage.to("/desk?told=proposed");
    }

    @PostMapping("/desk/proposals/answer")
    @Rule(Right.DESK)
    ResponseEntity<String> answer(
            @RequestParam(defaultValue = "0") long proposal,
            @RequestParam(defaultValue = "") String answer,
            Requester requester,
            Frame frame) {
        var number = waiting(requester).stream()
                .filter(one -> one.id() == proposal)
                .map(WaitingTie::chartNumber)
                .findFirst()
                .orElse("");
        return switch (proposals.answer(proposal, answer.equals("same"), requester)) {
            case TIED -> done(number);
            case REFUSED -> CardPage.to("/desk?told=refused");
            case SECOND_PERSON -> problem("second-person", requester, frame);
            case GONE -> problem("gone", requester, frame);
            case TIED_ELSEWHERE -> problem("tied-elsewhere", requester, frame);
        };
    }

    private static ResponseEntity<String> done(String number) {
        return CardPage.to("/desk?done=" + number.replaceAll("[^0-9A-Za-z]", ""));
    }

    /// Whom the card of a comparison names; nobody once the reader is shut out.
    private Optional<Person> compared(String card, Requester requester) {
        return provenPersons.find(card, requester, Set.of(COMPARED));
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

    private List<WaitingTie> waiting(Requester requester) {
        var all = proposals.waiting(requester);
        var names = staff.names(
                all.stream().map(one -> StaffId.of(one.approval().by())).toList());
        return all.stream()
                .map(one -> new WaitingTie(
                        one.approval().id(),
                        one.patient().number(),
                        names.getOrDefault(StaffId.of(one.approval().by()), ""),
                        one.approval().at(),
                        one.approval().why(),
                        one.by(requester),
                        one.compared().lines()))
                .toList();
    }

    private ResponseEntity<String> again(
            @Nullable String problem,
            PatientDetails patient,
            Person person,
            String why,
            Requester requester,
            Frame frame) {
        var match = new CardMatch(
                patient.number(),
                tickets.write(new Ticket(person.id(), COMPARED), requester),
                proposals.compare(patient, person, requester),
                why);
        return page(new DeskScreen(problem, null, null, match, List.of()), frame);
    }

    /// What is wrong stands beside its field, and what was typed stays there; an individual number does not.
    private ResponseEntity<String> typedAgain(
            String problem, Map<String, String> typed, List<String> wrong, Requester requester, Frame frame) {
        var kept = typed.entrySet().stream()
                .filter(field -> !CardNumber.holdsMyNumber(field.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var form = new TypedForm(kept, wrong.stream().collect(Collectors.toMap(field -> field, field -> problem)));
        return page(new DeskScreen(problem, null, null, null, waiting(requester), form), frame);
    }

    private ResponseEntity<String> problem(String problem, Requester requester, Frame frame) {
        return page(new DeskScreen(problem, null, null, null, waiting(requester)), frame);
    }

    private ResponseEntity<String> page(DeskScreen screen, Frame frame) {
        return Pages.answer(
                screen.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/counter/desk", frame, Map.of("page", screen)));
    }
}

package hmnet.consent.sight;

import hmnet.consent.consents.Purpose;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.sight.SightWords.Hearer;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office explains to whoever calls why a chart opens or stays closed to somebody (判定の説明): rules and consents,
/// never a record.
@Controller
class OfficeSightPage {
    private static final Set<String> FOUND = Set.of("consent");

    private final ProvenPersons provenPersons;
    private final Decisions decisions;
    private final Tickets tickets;
    private final Facilities facilities;
    private final Staff staff;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;

    OfficeSightPage(
            ProvenPersons provenPersons,
            Decisions decisions,
            Tickets tickets,
            Facilities facilities,
            Staff staff,
            Audit audit,
            TransactionOperations transaction,
            Pages pages) {
        this.provenPersons = provenPersons;
        this.decisions = decisions;
        this.tickets = tickets;
        this.facilities = facilities;
        this.staff = staff;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @Rule(Right.OFFICE)
    @GetMapping("/office/consents/sight")
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "") String profession,
            Requester requester,
            Frame frame) {
        var found = provenPersons.find(card, requester, FOUND);
        if (found.isEmpty()) {
            return Pages.seeOther("/office/consents");
        }
        var person = found.get();
        var typed = reader.strip();
        var about = about(typed, profession);
        var screen = about.isPresent()
                ? explained(about.get(), person, requester, typed, profession, frame)
                : new SightScreen(
                        List.of(), typed, profession, typed.isEmpty() ? null : "unknown", null, null, List.of());
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "consent/sight/office",
                        frame,
                        Map.of(
                                "page",
                                screen,
                                "person",
                                person,
                                "card",
                                tickets.write(new Ticket(person.id(), "consent"), requester))));
    }

    private SightScreen explained(
            Requester about, Person person, Requester by, String typed, String profession, Frame frame) {
        var basis = Objects.requireNonNull(transaction.execute(status -> {
            audit.write(by.did(Action.SIGHT_EXPLAINED, "shown")
                    .about(person.id().value())
                    .with("reader", typed)
                    .with("as", about.profession().word()));
            return decisions.explain(about, person.id(), Purpose.TREATMENT);
        }));
        var words = new SightWords(frame.m(), id -> facilities.get(id).name(), Hearer.OFFICE);
        return new SightScreen(
                List.of(),
                typed,
                profession,
                null,
                frame.m()
                        .t(
                                "sight.reader",
                                about.facilityName(),
                                frame.m().t("profession." + about.profession().word())),
                SightVerdict.word(basis.decision()),
                words.of(basis.kinds()));
    }

    /// One member of staff by their login, or anybody of a profession at a facility.
    private Optional<Requester> about(String typed, String profession) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return staff.byLogin(typed)
                .or(() -> facilities
                        .byCode(typed)
                        .flatMap(at -> SightReaders.PROFESSIONS.stream()
                                .filter(one -> one.word().equals(profession))
                                .findFirst()
                                .map(one -> Requester.anybody(one, at))));
    }
}

package hmnet.record.consentpapers;

import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.ground.audit.Action;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.patients.MyNumber;
import hmnet.record.consentpapers.PaperRemovals.RemovalResult;
import hmnet.record.consentpapers.PapersScreen.AskedLine;
import hmnet.record.consentpapers.PapersScreen.RemovedLine;
import hmnet.record.consentpapers.PapersScreen.ScanLine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the office keeps the scans of what a person signed (事務局: 同意書の画像). It takes the proof of the page that found
/// the person, `/office/consents`.
@Controller
class PapersPage {
    private static final String PATH = "/office/consents/papers";

    /// The word of the page that found the person, whose ticket this page takes.
    private static final Set<String> FOUND = Set.of("consent");

    private static final Set<String> TOLD =
            Set.of("kept", "closed", "later", "asked", "removed", "refused", "withdrawn", "same-person", "nothing");
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int REASON = 500;

    private final ProvenPersons provenPersons;
    private final ConsentPapers papers;
    private final PaperRemovals removals;
    private final PaperAnswers answers;
    private final Tickets tickets;
    private final Staff staff;
    private final Pages pages;
    private final Clock clock;

    PapersPage(
            ProvenPersons provenPersons,
            ConsentPapers papers,
            PaperRemovals removals,
            PaperAnswers answers,
            Tickets tickets,
            Staff staff,
            Pages pages,
            Clock clock) {
        this.provenPersons = provenPersons;
        this.papers = papers;
        this.removals = removals;
        this.answers = answers;
        this.tickets = tickets;
        this.staff = staff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(required = false) @Nullable String told,
            Requester requester,
            Frame frame) {
        return found(card, requester)
                .map(person -> page(person, TypedForm.NOTHING, Pages.known(TOLD, told), requester, frame))
                .orElseGet(PapersPage::again);
    }

    /// One that is too large is read away, so that the browser shows the answer. Its form is lost, and with it who
    /// was found: the address says that again.
    @PostMapping(PATH)
    @Rule(Right.OFFICE)
    ResponseEntity<String> keep(
            @RequestParam(defaultValue = "") String card, HttpServletRequest request, Requester requester, Frame frame)
            throws IOException {
        var form = SentForm.of(
                request.getContentType(),
                request.getContentLengthLong(),
                request.getInputStream(),
                ConsentPapers.MAX_BYTES);
        var person = found(card, requester);
        if (person.isEmpty()) {
            return again();
        }
        if (form.isEmpty()) {
            return page(person.get(), new TypedForm(Map.of(), Map.of("file", "large")), null, requester, frame);
        }
        var typed = PaperForm.of(form.get());
        var problems = typed.problems(LocalDate.now(clock.withZone(JAPAN)));
        if (problems.isEmpty()) {
            var problem = papers.keep(typed.draft(person.get().id()), typed.file(), typed.name(), requester);
            if (problem.isEmpty()) {
                return seeOther(person.get(), "kept", requester);
            }
            problems = Map.of("file", problem.get());
        }
        return page(person.get(), typed.again(problems), null, requester, frame);
    }

    @GetMapping("/office/consents/papers/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<?> open(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String card, Requester requester, Frame frame) {
        var person = found(card, requester);
        if (person.isEmpty()) {
            return again();
        }
        var trace = requester.did(
                Action.CONSENT_PAPER_SHOWN, person.get().id().value(), "opened", Map.of("paper", id.toString()));
        return papers.find(person.get().id(), id)
                .<ResponseEntity<?>>map(
                        paper -> answers.answer(paper, trace, address(person.get(), "", requester), frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// @param act `ask`, `agree` or `refuse`
    @PostMapping("/office/consents/papers/{id}/removal")
    @Rule(Right.OFFICE)
    ResponseEntity<String> remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            Requester requester,
            Frame frame) {
        var found = found(card, requester);
        if (found.isEmpty()) {
            return again();
        }
        var person = found.get();
        return switch (act) {
            case "agree" -> told(person, removals.agree(person.id(), id, requester), requester);
            case "refuse" -> told(person, removals.refuse(person.id(), id, requester), requester);
            case "ask" -> ask(person, id, reason.strip(), requester, frame);
            // From outside: what this form does not offer.
            default -> pages.notFound(frame);
        };
    }

    private ResponseEntity<String> ask(Person person, UUID id, String reason, Requester requester, Frame frame) {
        var problem = reason.isEmpty() || reason.length() > REASON
                ? "reason"
                : MyNumber.standsIn(reason) ? "my-number" : null;
        return problem == null
                ? told(person, removals.ask(person.id(), id, reason, requester), requester)
                : page(
                        person,
                        new TypedForm(Map.of("reason-" + id, reason), Map.of("reason-" + id, problem)),
                        null,
                        requester,
                        frame);
    }

    private Optional<Person> found(String card, Requester requester) {
        return provenPersons.find(card, requester, FOUND);
    }

    /// The page before, where the card is read anew.
    private static ResponseEntity<String> again() {
        return Pages.seeOther("/office/consents");
    }

    private ResponseEntity<String> told(Person person, RemovalResult result, Requester requester) {
        return seeOther(person, result.name().toLowerCase(Locale.ROOT).replace('_', '-'), requester);
    }

    private ResponseEntity<String> seeOther(Person person, String told, Requester requester) {
        return Pages.seeOther(address(person, told, requester));
    }

    private String address(Person person, String told, Requester requester) {
        return PATH + "?card=" + ticket(person, requester) + "&told=" + told;
    }

    private String ticket(Person person, Requester requester) {
        return tickets.write(new Ticket(person.id(), "consent"), requester);
    }

    private ResponseEntity<String> page(
            Person person, TypedForm form, @Nullable String told, Requester requester, Frame frame) {
        var screen = new PapersScreen(
                person.name(),
                person.kana(),
                person.birthDate(),
                ticket(person, requester),
                lines(papers.list(person.id(), requester), requester),
                form,
                told,
                LocalDate.now(clock.withZone(JAPAN)));
        return Pages.answer(
                form.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render("record/consentpapers/papers", frame, Map.of("page", screen)));
    }

    private List<ScanLine> lines(List<ConsentPaper> all, Requester reader) {
        return all.stream().map(paper -> line(paper, reader)).toList();
    }

    private ScanLine line(ConsentPaper paper, Requester reader) {
        var removal = paper.removal();
        var asked = removal == null
                ? removals.waiting(paper.id())
                        .map(one -> new AskedLine(
                                name(new StaffId(one.by().number())),
                                one.why(),
                                one.by().equals(reader.actor())))
                        .orElse(null)
                : null;
        return new ScanLine(
                paper.id(),
                paper.kind(),
                paper.signedOn(),
                paper.witness(),
                PaperAnswers.size(paper),
                paper.keptAt(),
                name(paper.keptBy()),
                removal == null
                        ? null
                        : new RemovedLine(removal.at(), name(removal.askedBy()), name(removal.by()), removal.reason()),
                asked);
    }

    private String name(StaffId id) {
        return staff.names(List.of(id)).getOrDefault(id, "");
    }
}

package hmnet.office.proxydesk;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.Cards;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.consent.proxies.Deaths;
import hmnet.consent.proxies.Proxies;
import hmnet.consent.proxies.Proxies.ProxyAct;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office records who represents a person, and a death (事務局: 代理人と死亡の登録).
@Controller
class ProxyDeskPage {
    /// The word of the page that found the person, whose ticket this page takes.
    private static final Set<String> FOUND = Set.of("consent");

    private static final Set<String> TOLD =
            Set.of("recorded", "waits", "ended", "died", "back", "agreed", "refused", "oneself");
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final ProvenPersons provenPersons;
    private final Proxies proxies;
    private final Deaths deaths;
    private final Cards cards;
    private final Persons persons;
    private final Protections protections;
    private final Tickets tickets;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;
    private final Clock clock;

    ProxyDeskPage(
            ProvenPersons provenPersons,
            Proxies proxies,
            Deaths deaths,
            Cards cards,
            Persons persons,
            Protections protections,
            Tickets tickets,
            Audit audit,
            TransactionOperations transaction,
            Pages pages,
            Clock clock) {
        this.provenPersons = provenPersons;
        this.proxies = proxies;
        this.deaths = deaths;
        this.cards = cards;
        this.persons = persons;
        this.protections = protections;
        this.tickets = tickets;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/office/proxies")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(required = false) @Nullable String told,
            Requester requester,
            Frame frame) {
        return found(card, requester)
                .map(person -> page(person, null, Pages.known(TOLD, told), requester, frame))
                .orElseGet(ProxyDeskPage::again);
    }

    @PostMapping("/office/proxies")
    @Rule(Right.OFFICE)
    ResponseEntity<String> record(ProxyForm form, Requester requester, Frame frame) {
        var person = found(ProxyForm.text(form.card()), requester);
        if (person.isEmpty()) {
            return again();
        }
        var of = person.get();
        var kind = Arrays.stream(ProxyKind.values())
                .filter(one -> one.word().equals(form.kind()))
                .findFirst();
        var problem = problem(form, kind, of);
        if (problem != null) {
            return page(of, problem, null, requester, frame);
        }
        if (!cards.mayTry(requester)) {
            return page(of, "held", null, requester, frame);
        }
        var proxy = cards.find(ProxyForm.text(form.proxy()), requester)
                .flatMap(persons::find)
                .filter(known -> BirthDates.parse(ProxyForm.text(form.birth()))
                        .filter(known.birthDate()::equals)
                        .isPresent())
                .filter(known -> !protections.isProtected(known.id()) && !deaths.isDead(known.id()))
                .filter(known -> !known.id().equals(of.id()));
        if (proxy.isEmpty() || protections.isProtected(of.id()) || deaths.isDead(of.id())) {
            return page(of, "proxy", null, requester, frame);
        }
        var until = TypedForm.day(ProxyForm.text(form.until()))
                .orElseGet(() -> proxies.longest(of, kind.orElseThrow(), today()));
        var draft = new ProxyDraft(
                of.id(),
                proxy.get().id(),
                kind.orElseThrow(),
                form.has("see"),
                form.has("decide"),
                form.reading(),
                until,
                ProxyForm.text(form.paper()));
        return proxies.record(draft, requester) == ProxyAct.ONESELF
                ? page(of, "oneself", null, requester, frame)
                : seeOther(of, kind.orElseThrow().needsSecond() ? "waits" : "recorded", requester);
    }

    private @Nullable String problem(ProxyForm form, Optional<ProxyKind> kind, Person of) {
        if (kind.isEmpty()) {
            return "kind";
        }
        if (form.opensNothing()) {
            return "scope";
        }
        if (!ProxyForm.PAPERS.contains(ProxyForm.text(form.paper()))) {
            return "paper";
        }
        var longest = proxies.longest(of, kind.get(), today());
        if (longest.isBefore(today())) {
            return "age";
        }
        var typed = ProxyForm.text(form.until());
        var until = TypedForm.day(typed);
        var wrong = until.isEmpty()
                ? !kind.get().ofMinor() || !typed.isBlank()
                : until.get().isBefore(today()) || until.get().isAfter(longest);
        return wrong ? "until" : null;
    }

    @PostMapping("/office/proxies/end")
    @Rule(Right.OFFICE)
    ResponseEntity<String> end(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "") String why,
            Requester requester,
            Frame frame) {
        var person = found(card, requester);
        if (person.isEmpty()) {
            return again();
        }
        return ProxyForm.WHY.contains(why) && proxies.end(person.get().id(), id, why, requester)
                ? seeOther(person.get(), "ended", requester)
                : page(person.get(), "why", null, requester, frame);
    }

    @PostMapping("/office/proxies/death")
    @Rule(Right.OFFICE)
    ResponseEntity<String> died(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String source,
            Requester requester,
            Frame frame) {
        var person = found(card, requester);
        if (person.isEmpty()) {
            return again();
        }
        var diedOn = TypedForm.day(day)
                .filter(died -> !died.isAfter(today()))
                .filter(died -> !died.isBefore(person.get().birthDate()));
        return diedOn.isPresent()
                        && Deaths.SOURCES.contains(source)
                        && deaths.record(person.get().id(), diedOn.get(), source, requester)
                ? seeOther(person.get(), "died", requester)
                : page(person.get(), "death", null, requester, frame);
    }

    @PostMapping("/office/proxies/death/back")
    @Rule(Right.OFFICE)
    ResponseEntity<String> lives(@RequestParam(defaultValue = "") String card, Requester requester, Frame frame) {
        var person = found(card, requester);
        if (person.isEmpty()) {
            return again();
        }
        return deaths.takeBack(person.get().id(), requester)
                ? seeOther(person.get(), "back", requester)
                : page(person.get(), "death", null, requester, frame);
    }

    @GetMapping("/office/proxies/waiting")
    @Rule(Right.OFFICE)
    ResponseEntity<String> waiting(
            @RequestParam(required = false) @Nullable String told, Requester requester, Frame frame) {
        transaction.executeWithoutResult(
                status -> audit.write(requester.did(Action.PROXIES_SHOWN, null, "waiting", Map.of())));
        var model = new HashMap<String, Object>();
        model.put("lines", proxies.waiting());
        model.put("told", Pages.known(TOLD, told));
        return Pages.answer(HttpStatus.OK, pages.render("office/proxydesk/waiting", frame, model));
    }

    @PostMapping("/office/proxies/waiting")
    @Rule(Right.OFFICE)
    ResponseEntity<String> agree(
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "") String decision,
            Requester requester,
            Frame frame) {
        if (!Set.of("agree", "refuse").contains(decision)) {
            return pages.notFound(frame);
        }
        var agrees = decision.equals("agree");
        return switch (proxies.agree(id, agrees, requester)) {
            case DONE -> Pages.seeOther("/office/proxies/waiting?told=" + (agrees ? "agreed" : "refused"));
            case ONESELF -> Pages.seeOther("/office/proxies/waiting?told=oneself");
            case NONE -> pages.notFound(frame);
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(JAPAN));
    }

    private Optional<Person> found(String card, Requester requester) {
        return provenPersons.find(card, requester, FOUND);
    }

    /// The page before, where the card is read anew.
    private static ResponseEntity<String> again() {
        return Pages.seeOther("/office/consents");
    }

    private ResponseEntity<String> seeOther(Person person, String told, Requester requester) {
        return Pages.seeOther("/office/proxies?told=" + told + "&card=" + ticket(person, requester));
    }

    private String ticket(Person person, Requester requester) {
        return tickets.write(new Ticket(person.id(), "consent"), requester);
    }

    private ResponseEntity<String> page(
            Person person, @Nullable String problem, @Nullable String told, Requester requester, Frame frame) {
        transaction.executeWithoutResult(status ->
                audit.write(requester.did(Action.PROXIES_SHOWN, person.id().value(), "shown", Map.of())));
        var screen = new ProxyDeskScreen(
                person.name(),
                person.birthDate(),
                ticket(person, requester),
                proxies.of(person.id()),
                deaths.of(person.id()).orElse(null),
                told,
                problem);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/proxydesk/proxydesk", frame, Map.of("page", screen)));
    }
}

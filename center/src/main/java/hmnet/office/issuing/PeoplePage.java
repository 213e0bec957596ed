package hmnet.office.issuing;

import hmnet.consent.cards.Cards;
import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.issuing.PeopleScreen.CardHolder;
import hmnet.office.issuing.PeopleScreen.CardLine;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
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

/// A card is reported lost, or the next one issued (紛失届・再発行): the number before is dead at once.
@Controller
class PeoplePage {
    private static final String FOUND = "people";

    private final ProvenPersons provenPersons;
    private final Counter counter;
    private final Cards cards;
    private final Persons persons;
    private final Protections protections;
    private final Tickets tickets;
    private final Pages pages;

    PeoplePage(
            ProvenPersons provenPersons,
            Counter counter,
            Cards cards,
            Persons persons,
            Protections protections,
            Tickets tickets,
            Pages pages) {
        this.provenPersons = provenPersons;
        this.counter = counter;
        this.cards = cards;
        this.persons = persons;
        this.protections = protections;
        this.tickets = tickets;
        this.pages = pages;
    }

    @GetMapping("/office/people")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.cards-of-people", icon = "card", group = MenuGroup.CARDS, order = 30)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, Frame frame) {
        return page(null, done.equals("lost") ? done : null, List.of(), frame);
    }

    @PostMapping("/office/people/search")
    @Rule(Right.OFFICE)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(who, birth);
        if (search.problem() != null) {
            return page(search.problem(), null, List.of(), search, frame);
        }
        var found = counter.find(who, search.born().orElseThrow(), requester).stream()
                .map(person -> found(person, requester))
                .toList();
        return page(
                found.isEmpty() ? "not-found" : null,
                null,
                found,
                found.isEmpty() ? search : CounterSearch.NONE,
                frame);
    }

    /// What will happen, looked at before it does.
    @PostMapping("/office/people/loss/look")
    @Rule(Right.OFFICE)
    @ChecksNumbers({"name", "kana"})
    ResponseEntity<String> loss(CardEnd end, Requester requester, Frame frame) {
        var person = of(end.ticket(), requester);
        return person.isEmpty() || !end.complete(false)
                ? refused(person, end.form(false), requester, frame)
                : sure(
                        person.get(),
                        end,
                        "/office/people/loss",
                        frame.m().t("cards.people.stop"),
                        frame.m().t("cards.people.stop.sure"),
                        frame);
    }

    @PostMapping("/office/people/loss")
    @Rule(Right.OFFICE)
    @ChecksNumbers({"name", "kana"})
    ResponseEntity<String> lost(CardEnd end, Requester requester, Frame frame) {
        var person = of(end.ticket(), requester);
        if (person.isEmpty() || !end.complete(false)) {
            return refused(person, end.form(false), requester, frame);
        }
        cards.end(person.get().id(), end.why(), requester);
        return Pages.seeOther("/office/people?done=lost");
    }

    @PostMapping("/office/people/reissue/look")
    @Rule(Right.OFFICE)
    @ChecksNumbers({"name", "kana"})
    ResponseEntity<String> next(CardEnd end, Requester requester, Frame frame) {
        var person = of(end.ticket(), requester);
        return person.isEmpty() || !end.complete(true)
                ? refused(person, end.form(true), requester, frame)
                : sure(
                        person.get(),
                        end,
                        "/office/people/reissue",
                        frame.m().t("cards.people.reissue"),
                        frame.m().t("cards.people.reissue.sure"),
                        frame);
    }

    /// The new card, to be printed now. A changed name is written first.
    @PostMapping("/office/people/reissue")
    @Rule(Right.OFFICE)
    @ChecksNumbers({"name", "kana"})
    ResponseEntity<String> reissue(CardEnd end, Requester requester, Frame frame) {
        var person = of(end.ticket(), requester);
        if (person.isEmpty() || !end.complete(true)) {
            return refused(person, end.form(true), requester, frame);
        }
        var id = person.get().id();
        if (!end.before().equals(Integer.toString(cards.history(id).size()))) {
            return page("meanwhile", null, List.of(found(person.get(), requester)), frame);
        }
        if (end.renames()) {
            var names = Application.halves(end.name());
            var readings = Application.readings(end.kana());
            persons.rename(id, names[0], names[1], readings[0], readings[1]);
        }
        var guarded = protections.isProtected(id);
        cards.reissue(persons.find(id).orElseThrow(), guarded ? "protected" : end.why(), requester);
        return Pages.seeOther(
                "/office/cards/issued?card=" + tickets.write(new Ticket(id, IssuePage.ISSUED), requester));
    }

    private ResponseEntity<String> sure(
            Person person, CardEnd end, String path, String word, String effect, Frame frame) {
        var m = frame.m();
        var effects = new ArrayList<String>();
        effects.add(effect);
        effects.add(m.t("cards.people.sure.why", m.t("cards.why." + end.why())));
        if (end.renames() && path.endsWith("/reissue")) {
            effects.add(m.t(
                    "cards.people.sure.name", end.name().strip(), String.join("　", Application.readings(end.kana()))));
        }
        var sure = new Sure(
                word,
                List.of(person.name(), person.kana(), m.birth(person.birthDate())),
                effects,
                path,
                end.fields(cards.history(person.id()).size()),
                word,
                "/office/people");
        return pages.sure(sure, frame);
    }

    private Optional<Person> of(String ticket, Requester requester) {
        return provenPersons.find(ticket, requester, Set.of(FOUND));
    }

    private ResponseEntity<String> refused(Optional<Person> person, TypedForm form, Requester requester, Frame frame) {
        var found = person.map(known -> found(known, requester)).stream().toList();
        return page(
                new PeopleScreen(found.isEmpty() ? "again" : "missing", null, found, form), CounterSearch.NONE, frame);
    }

    private CardHolder found(Person person, Requester requester) {
        return new CardHolder(
                person.name(),
                person.kana(),
                person.birthDate(),
                protections.isProtected(person.id()),
                tickets.write(new Ticket(person.id(), FOUND), requester),
                cards.history(person.id()).stream()
                        .map(card -> CardLine.of(card, person.name()))
                        .toList());
    }

    private ResponseEntity<String> page(
            @Nullable String problem, @Nullable String done, List<CardHolder> found, Frame frame) {
        return page(problem, done, found, CounterSearch.NONE, frame);
    }

    private ResponseEntity<String> page(
            @Nullable String problem,
            @Nullable String done,
            List<CardHolder> found,
            CounterSearch search,
            Frame frame) {
        return page(new PeopleScreen(problem, done, found, TypedForm.NOTHING), search, frame);
    }

    private ResponseEntity<String> page(PeopleScreen screen, CounterSearch search, Frame frame) {
        return Pages.answer(
                screen.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/people", frame, Map.of("page", screen, "search", search)));
    }
}

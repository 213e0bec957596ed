package hmnet.office.reviewdesk;

import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.ground.audit.Action;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.incidents.DeskTraces;
import hmnet.office.reviewdesk.JoinedScreen.JoinedPerson;
import hmnet.office.reviewdesk.JoinedScreen.PersonChoice;
import hmnet.office.reviewdesk.Joins.JoinView;
import hmnet.office.reviewdesk.Joins.PartResult;
import hmnet.people.arrivals.JoinHistory;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office joins two persons of one human, parts them, and says whose consent holds (結合した人物). Somebody
/// left out of matching is answered for as an unknown person.
@Controller
class JoinedPage {
    private static final Set<String> TOLD = Set.of("joined", "waits", "withdrawn", "parted", "chosen");
    private static final Set<String> PROBLEMS =
            Set.of("own", "already", "changed", "why", "not-parted", "reviewed", "not-chosen");

    private final Counter counter;
    private final Joins joins;
    private final JoinedScreens screens;
    private final SamePersons same;
    private final JoinFacts facts;
    private final DeskTraces traces;
    private final TransactionTemplate transaction;
    private final Pages pages;

    JoinedPage(
            Counter counter,
            Joins joins,
            JoinedScreens screens,
            SamePersons same,
            JoinFacts facts,
            DeskTraces traces,
            TransactionTemplate transaction,
            Pages pages) {
        this.counter = counter;
        this.joins = joins;
        this.screens = screens;
        this.same = same;
        this.facts = facts;
        this.traces = traces;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping("/office/joined")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.joined", icon = "person", group = MenuGroup.PEOPLE, order = 30)
    ResponseEntity<String> search(Frame frame) {
        return page(CounterSearch.NONE, null, List.of(), null, frame);
    }

    @PostMapping("/office/joined/search")
    @Rule(Right.OFFICE)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        return found(who, birth, null, requester, frame);
    }

    /// The second of two; whoever finds nobody still has the first.
    @PostMapping("/office/joined/{person}/search")
    @Rule(Right.OFFICE)
    @ChecksNumbers("who")
    ResponseEntity<String> findOther(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        return screens.shown(person) ? found(who, birth, person, requester, frame) : pages.notFound(frame);
    }

    private ResponseEntity<String> found(
            String who, String birth, @Nullable PersonId first, Requester requester, Frame frame) {
        var search = new CounterSearch(who, birth);
        if (search.problem() != null) {
            return page(search, search.problem(), List.of(), opened(first, requester), frame);
        }
        var path = first == null ? "/office/joined/" : JoinedScreens.path(first) + "/with/";
        var found = counter.find(who, search.born().orElseThrow(), requester).stream()
                .filter(person -> screens.shown(person.id()))
                .toList();
        if (found.size() == 1) {
            return to(path + found.getFirst().id());
        }
        return page(
                search,
                found.isEmpty() ? "nobody" : null,
                found.stream()
                        .map(one -> new PersonChoice(path + one.id(), one.name(), one.kana(), one.birthDate()))
                        .toList(),
                opened(first, requester),
                frame);
    }

    @GetMapping("/office/joined/{person}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester requester,
            Frame frame) {
        if (!screens.shown(person)) {
            return pages.notFound(frame);
        }
        var found = opened(person, requester);
        var screen = new JoinedScreen(known(problem, PROBLEMS), known(done, TOLD), List.of(), List.of(), found);
        return Pages.answer(HttpStatus.OK, pages.render("office/reviewdesk/joined", frame, Map.of("page", screen)));
    }

    /// A person with all who are one with them, each of whom reads of it in their log.
    private @Nullable JoinedPerson opened(@Nullable PersonId person, Requester requester) {
        return person == null
                ? null
                : transaction.execute(status -> {
                    same.of(person).forEach(one -> traces.write(Action.LINKS_OPENED, one, requester, Map.of()));
                    return screens.of(person);
                });
    }

    /// What each alone and both together would open, before anything is done.
    @GetMapping("/office/joined/{person}/with/{other}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> before(
            @PathVariable PersonId person,
            @PathVariable PersonId other,
            @RequestParam(required = false) @Nullable String problem,
            Requester requester,
            Frame frame) {
        if (!screens.shown(person) || !screens.shown(other)) {
            return pages.notFound(frame);
        }
        if (same.of(person).contains(other)) {
            return to(JoinedScreens.path(person));
        }
        var screen = Objects.requireNonNull(transaction.execute(status -> {
            facts.shown(person, other).forEach(one -> traces.write(Action.LINKS_OPENED, one, requester, Map.of()));
            return screens.before(person, other, known(problem, PROBLEMS), requester);
        }));
        return Pages.answer(HttpStatus.OK, pages.render("office/reviewdesk/join", frame, Map.of("page", screen)));
    }

    @PostMapping("/office/joined/{person}/with/{other}")
    @Rule(Right.OFFICE)
    @ChecksNumbers("why")
    ResponseEntity<String> join(
            @PathVariable PersonId person,
            @PathVariable PersonId other,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(name = "as-of", defaultValue = "0") long asOf,
            @RequestParam(defaultValue = "0") long proposal,
            Requester requester,
            Frame frame) {
        if (!screens.shown(person) || !screens.shown(other)) {
            return pages.notFound(frame);
        }
        var pair = JoinedScreens.path(person) + "/with/" + other;
        if (!worded(why)) {
            return to(pair + "?problem=why");
        }
        return to(
                switch (joins.join(person, other, why.strip(), new JoinView(asOf, proposal), requester)) {
                    case JOINED -> JoinedScreens.path(person) + "?done=joined";
                    case WAITS -> JoinedScreens.path(person) + "?done=waits";
                    case OWN -> pair + "?problem=own";
                    case CHANGED -> pair + "?problem=changed";
                    case ALREADY -> JoinedScreens.path(person) + "?problem=already";
                });
    }

    @PostMapping("/office/joined/{person}/with/{other}/withdrawal")
    @Rule(Right.OFFICE)
    ResponseEntity<String> withdraw(
            @PathVariable PersonId person, @PathVariable PersonId other, Requester requester, Frame frame) {
        if (!screens.shown(person) || !screens.shown(other)) {
            return pages.notFound(frame);
        }
        var withdrawn = joins.withdraw(person, other, requester);
        return to(JoinedScreens.path(person) + (withdrawn ? "?done=withdrawn" : "?problem=changed"));
    }

    @PostMapping("/office/joined/{person}/with/{other}/parting")
    @Rule(Right.OFFICE)
    @ChecksNumbers("why")
    ResponseEntity<String> part(
            @PathVariable PersonId person,
            @PathVariable PersonId other,
            @RequestParam(defaultValue = "") String why,
            Requester requester,
            Frame frame) {
        if (!screens.shown(person) || !screens.shown(other)) {
            return pages.notFound(frame);
        }
        var parted = worded(why) ? joins.part(person, other, why.strip(), requester) : PartResult.NOT_JOINED;
        return to(JoinedScreens.path(person)
                + switch (parted) {
                    case PARTED -> "?done=parted";
                    case REVIEWED -> "?problem=reviewed";
                    case NOT_JOINED -> "?problem=not-parted";
                });
    }

    /// Whose consent holds for all.
    @PostMapping("/office/joined/{person}/consent")
    @Rule(Right.OFFICE)
    @ChecksNumbers("why")
    ResponseEntity<String> choose(
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable PersonId whose,
            @RequestParam(defaultValue = "") String why,
            Requester requester,
            Frame frame) {
        if (whose == null || !screens.shown(person) || !same.of(person).contains(whose)) {
            return pages.notFound(frame);
        }
        var chosen = worded(why) && joins.choose(whose, why.strip(), requester);
        return to(JoinedScreens.path(person) + (chosen ? "?done=chosen" : "?problem=not-chosen"));
    }

    /// A reason that is none of the review desk's own.
    private static boolean worded(String why) {
        return !why.isBlank()
                && why.length() <= 500
                && !MyNumber.standsIn(why)
                && JoinHistory.review(why.strip()).isEmpty();
    }

    private static @Nullable String known(@Nullable String word, Set<String> words) {
        return word != null && words.contains(word) ? word : null;
    }

    private ResponseEntity<String> page(
            CounterSearch search,
            @Nullable String problem,
            List<PersonChoice> choices,
            @Nullable JoinedPerson first,
            Frame frame) {
        var screen = new JoinedScreen(problem, null, choices, first == null ? screens.waiting() : List.of(), first);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/reviewdesk/joined", frame, Map.of("page", screen, "search", search)));
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}

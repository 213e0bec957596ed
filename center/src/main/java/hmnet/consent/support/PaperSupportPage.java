package hmnet.consent.support;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.CardQr;
import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
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

/// The desk of a municipality takes down what a resident signed on paper, with their card before it (紙による申出).
@Controller
class PaperSupportPage {
    private static final String PATH = "/support/desk";
    private static final String WORD = "support";
    private static final int TYPED_MAX = 80;

    private final SupportNeeds needs;
    private final Cards cards;
    private final CardSchemes schemes;
    private final ProvenPersons provenPersons;
    private final Tickets tickets;
    private final Pages pages;

    PaperSupportPage(
            SupportNeeds needs,
            Cards cards,
            CardSchemes schemes,
            ProvenPersons provenPersons,
            Tickets tickets,
            Pages pages) {
        this.needs = needs;
        this.cards = cards;
        this.schemes = schemes;
        this.provenPersons = provenPersons;
        this.tickets = tickets;
        this.pages = pages;
    }

    /// The page (紙による申出の画面).
    ///
    /// @param town whose list it is, or null where the facility keeps none
    /// @param person who was found, or null
    /// @param card what the form sends back to name them
    /// @param stands whether they stand on this list
    /// @param needs what was typed and cannot be used; so are the words
    record PaperSupportScreen(
            @Nullable String town,
            @Nullable Person person,
            String card,
            boolean stands,
            Set<NeededSupport> needs,
            String words,
            @Nullable String done,
            @Nullable String problem) {
        static final int WORDS_MAX = SupportWords.WORDS_MAX;
        static final List<NeededSupport> ALL = List.of(NeededSupport.values());
    }

    private static final SupportWords NOTHING = new SupportWords(Set.of(), "");

    @GetMapping(PATH)
    @Rule(Right.TOWN)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Requester by, Frame frame) {
        return page(null, NOTHING, Pages.known(Set.of("said", "ended"), done), null, by, frame);
    }

    @PostMapping("/support/desk/search")
    @Rule(Right.TOWN)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester by,
            Frame frame) {
        if (CardNumber.holdsMyNumber(who)) {
            return page(null, NOTHING, null, "my-number", by, frame);
        }
        return who.length() > TYPED_MAX || needs.town(by).isEmpty()
                ? page(null, NOTHING, null, "nobody", by, frame)
                : read(who, birth, by)
                        .map(person ->
                                page(tickets.write(new Ticket(person, WORD), by), NOTHING, null, null, by, frame))
                        .orElseGet(() -> page(null, NOTHING, null, cards.passed(who) ? "passed" : "nobody", by, frame));
    }

    private Optional<PersonId> read(String who, String birth, Requester by) {
        if (CardQr.looksLike(who)) {
            return cards.readQr(who, by);
        }
        var number = schemes.recognise(who);
        var born = BirthDates.parse(birth);
        if (number.isEmpty() || born.isEmpty()) {
            return Optional.empty();
        }
        return switch (cards.readTyped(number, born.get(), by)) {
            case TypedCard.Known known -> Optional.of(known.person());
            case TypedCard.Unknown unknown -> Optional.empty();
            case TypedCard.Locked locked -> Optional.empty();
        };
    }

    @PostMapping(PATH)
    @Rule(Right.TOWN)
    ResponseEntity<String> record(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(required = false) @Nullable List<String> needs,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String signed,
            Requester by,
            Frame frame) {
        var cut = words.length() > SupportWords.WORDS_MAX;
        var said = SupportWords.of(
                needs == null ? List.of() : needs, cut ? words.substring(0, SupportWords.WORDS_MAX) : words);
        var person = provenPersons.find(card, by, Set.of(WORD));
        if (person.isEmpty()) {
            return page(null, said, null, "again", by, frame);
        }
        if (cut || said.isEmpty() || !signed.equals("yes")) {
            return page(card, said, null, cut ? "words" : said.isEmpty() ? "empty" : "signed", by, frame);
        }
        return switch (this.needs.record(by, person.get().id(), said)) {
            case SAID -> Pages.seeOther(PATH + "?done=said");
            case NO_TOWN -> page(card, said, null, "other-town", by, frame);
            case PROTECTED -> page(card, said, null, "protected", by, frame);
        };
    }

    @PostMapping("/support/desk/end")
    @Rule(Right.TOWN)
    ResponseEntity<String> end(@RequestParam(defaultValue = "") String card, Requester by, Frame frame) {
        var person = provenPersons.find(card, by, Set.of(WORD));
        return person.filter(one -> needs.end(by, one.id())).isPresent()
                ? Pages.seeOther(PATH + "?done=ended")
                : page(null, NOTHING, null, "again", by, frame);
    }

    private ResponseEntity<String> page(
            @Nullable String card,
            SupportWords typed,
            @Nullable String done,
            @Nullable String problem,
            Requester by,
            Frame frame) {
        var town = needs.town(by).orElse(null);
        var person = card == null ? Optional.<Person>empty() : provenPersons.find(card, by, Set.of(WORD));
        var screen = new PaperSupportScreen(
                town,
                person.orElse(null),
                person.isPresent() && card != null ? card : "",
                person.flatMap(one -> needs.of(one.id()))
                        .filter(one -> one.municipality().equals(by.facility()))
                        .isPresent(),
                typed.needs(),
                typed.words(),
                done,
                problem);
        var status = town == null
                ? HttpStatus.FORBIDDEN
                : problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return Pages.answer(status, pages.render("consent/support/desk", frame, Map.of("page", screen)));
    }
}

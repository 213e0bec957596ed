package hmnet.consent;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import hmnet.consent.OfficeCardScreen.Issued;
import hmnet.consent.OfficeConsentScreen.Done;
import hmnet.consent.OfficeConsentScreen.Found;
import hmnet.consent.Tickets.Ticket;
import hmnet.design.Frame;
import hmnet.design.Pages;
import hmnet.directory.Requester;
import hmnet.identity.MyNumber;
import hmnet.identity.Person;
import hmnet.identity.PersonId;
import hmnet.identity.Persons;
import hmnet.routes.Right;
import hmnet.routes.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office issues cards and records consents (事務局: カード発行・同意登録).
@Controller
class OfficePage {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// The version of the notice that hangs in the providers' buildings today (院内掲示の版).
    private static final String NOTICE = "2026-04";

    private final Cards cards;
    private final Consents consents;
    private final Persons persons;
    private final Tickets tickets;
    private final Pages pages;
    private final Clock clock;

    OfficePage(Cards cards, Consents consents, Persons persons, Tickets tickets, Pages pages, Clock clock) {
        this.cards = cards;
        this.consents = consents;
        this.persons = persons;
        this.tickets = tickets;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/office/cards")
    @Rule(Right.OFFICE)
    ResponseEntity<String> cards(Frame frame) {
        return card(null, null, frame);
    }

    /// What the application form says.
    record Application(String name, String kana, String birth, String sex, String address) {
        boolean complete() {
            return !name.isBlank() && !kana.isBlank() && !address.isBlank() && sex.matches("male|female|other|unknown");
        }

        boolean holdsMyNumber() {
            return java.util.stream.Stream.of(name, kana, birth, address).anyMatch(MyNumber::looksLike);
        }
    }

    @PostMapping("/office/cards")
    @Rule(Right.OFFICE)
    ResponseEntity<String> issue(Application application, Requester requester, Frame frame) {
        if (application.holdsMyNumber()) {
            return card("my-number", null, frame);
        }
        var birth = BirthDates.parse(application.birth());
        if (!application.complete() || birth.isEmpty()) {
            return card(application.complete() ? "birth" : "missing", null, frame);
        }
        var issued = cards.issueFor(person(application, birth.get()), requester);
        return card(null, issued(issued), frame);
    }

    @GetMapping("/office/consents")
    @Rule(Right.OFFICE)
    ResponseEntity<String> consents(Frame frame) {
        return consent(null, null, null, frame);
    }

    @PostMapping("/office/consents/search")
    @Rule(Right.OFFICE)
    ResponseEntity<String> find(@RequestParam String code, Requester requester, Frame frame) {
        if (MyNumber.looksLike(code)) {
            return consent("my-number", null, null, frame);
        }
        return cards.find(code, requester)
                .flatMap(persons::find)
                .map(person -> consent(null, null, found(person, requester), frame))
                .orElseGet(() -> consent("no-card", null, null, frame));
    }

    @PostMapping("/office/consents")
    @Rule(Right.OFFICE)
    ResponseEntity<String> record(
            @RequestParam String card,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String how,
            Requester requester,
            Frame frame) {
        var person = tickets.read(card, requester).map(Ticket::person).flatMap(persons::find);
        var choice = choice(position);
        if (person.isEmpty()) {
            return consent("no-card", null, null, frame);
        }
        if (choice.isEmpty() || !how.matches("paper|oral|card")) {
            return consent("missing", null, found(person.get(), requester), frame);
        }
        consents.record(person.get().id(), choice.get(), how, NOTICE, requester);
        return consent(null, new Done(person.get().name(), position), null, frame);
    }

    private static Optional<Choice> choice(String position) {
        try {
            return Optional.of(Choice.valueOf(position.toUpperCase(Locale.ROOT).replace('-', '_')));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Person person(Application application, LocalDate birth) {
        var name = application.name().strip().split("[\\s　]+", 2);
        var kana = application.kana().strip().split("[\\s　]+", 2);
        return new Person(
                PersonId.fresh(),
                "",
                name[0],
                name.length > 1 ? name[1] : "",
                kana[0],
                kana.length > 1 ? kana[1] : "",
                birth,
                application.sex(),
                "",
                application.address().strip(),
                Person.town(application.address().strip()),
                "");
    }

    private Issued issued(Cards.Card card) {
        return new Issued(
                card.holder().name(),
                card.holder().kana(),
                LocalDate.ofInstant(clock.instant(), JAPAN),
                card.number().value(),
                card.issue(),
                QrDrawing.of(modules(cards.qrOf(card.number()))));
    }

    private static boolean[][] modules(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q);
            BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (var y = 0; y < matrix.getHeight(); y++) {
                for (var x = 0; x < matrix.getWidth(); x++) {
                    dark[y][x] = matrix.get(x, y);
                }
            }
            return dark;
        } catch (WriterException e) {
            throw new IllegalStateException("A QR of 40 characters always fits", e);
        }
    }

    private Found found(Person person, Requester requester) {
        var now = consents.of(person.id());
        return new Found(
                person.name(),
                person.kana(),
                person.birthDate(),
                person.town(),
                tickets.write(new Ticket(person.id(), "desk"), requester),
                now.state(),
                now.since());
    }

    private ResponseEntity<String> card(@Nullable String problem, @Nullable Issued issued, Frame frame) {
        return page("consent/office-card", problem, new OfficeCardScreen(problem, issued), frame);
    }

    private ResponseEntity<String> consent(
            @Nullable String problem, @Nullable Done done, @Nullable Found found, Frame frame) {
        return page("consent/office-consent", problem, new OfficeConsentScreen(problem, done, found), frame);
    }

    private ResponseEntity<String> page(String template, @Nullable String problem, Object screen, Frame frame) {
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(template, frame, Map.of("page", screen)));
    }
}

package hmnet.office.emergencydesk;

import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyReviews;
import hmnet.consent.emergency.EmergencyReviews.ReviewedOpening;
import hmnet.consent.emergency.ReviewOutcome;
import hmnet.ground.audit.Displays;
import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.emergencydesk.OpeningReviewScreen.SaidLine;
import hmnet.office.emergencydesk.OpeningReviewScreen.ShownPage;
import hmnet.office.emergencydesk.ReviewListScreen.OpeningLine;
import hmnet.office.incidents.Incidents;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office reviews emergency openings (事務局: 救急の閲覧の審査). Of a chart it sees which pages were displayed, never what
/// stood on them.
@Controller
class EmergencyReviewPage {
    static final String PATH = "/office/emergency";
    private static final Set<String> DONE = Set.copyOf(OpeningReviewScreen.OUTCOMES);
    private static final int LISTED = 20;
    private static final int WORDS_MAX = 1_000;

    /// A page that was being opened as the door ended.
    private static final Duration UNTIL_COMMIT_AT_MOST = Duration.ofMinutes(1);

    private final EmergencyReviews reviews;
    private final Incidents incidents;
    private final Persons persons;
    private final Facilities facilities;
    private final Staff staff;
    private final Displays displays;
    private final TransactionOperations transaction;
    private final Pages pages;
    private final Clock clock;

    EmergencyReviewPage(
            EmergencyReviews reviews,
            Incidents incidents,
            Persons persons,
            Facilities facilities,
            Staff staff,
            Displays displays,
            TransactionOperations transaction,
            Pages pages,
            Clock clock) {
        this.reviews = reviews;
        this.incidents = incidents;
        this.persons = persons;
        this.facilities = facilities;
        this.staff = staff;
        this.displays = displays;
        this.transaction = transaction;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.emergency-reviews", icon = "warn", group = MenuGroup.NETWORK, order = 54)
    ResponseEntity<String> list(
            @RequestParam(required = false) @Nullable String done, Requester requester, Frame frame) {
        var today = LocalDate.ofInstant(clock.instant(), JapaneseDates.JAPAN);
        var screen = new ReviewListScreen(
                reviews.due(requester).stream().map(this::line).toList(),
                reviews.reviewed(LISTED).stream().map(this::line).toList(),
                reviews.load(today),
                reviews.load(today.minusDays(1)),
                Pages.known(DONE, done));
        return Pages.answer(HttpStatus.OK, pages.render("office/emergencydesk/reviews", frame, Map.of("page", screen)));
    }

    @GetMapping("/office/emergency/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(@PathVariable long id, Requester requester, Frame frame) {
        return page(id, TypedForm.NOTHING, requester, frame);
    }

    @PostMapping("/office/emergency/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> review(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words,
            Requester requester,
            Frame frame) {
        var said = ReviewOutcome.of(outcome);
        if (said.isEmpty() || words.isBlank() || words.length() > WORDS_MAX) {
            var problem = said.isEmpty() ? Map.of("outcome", "outcome") : Map.of("words", "words");
            return page(id, new TypedForm(Map.of("outcome", outcome, "words", words), problem), requester, frame);
        }
        return Boolean.TRUE.equals(transaction.execute(status -> reviewed(id, said.get(), words, requester)))
                ? Pages.seeOther(PATH + "?done=" + said.get().word())
                : page(
                        id,
                        new TypedForm(Map.of("outcome", outcome, "words", words), Map.of("outcome", "refused")),
                        requester,
                        frame);
    }

    /// What was not justified becomes an incident, in the same transaction.
    private boolean reviewed(long id, ReviewOutcome outcome, String words, Requester requester) {
        var found = reviews.hold(requester, id).filter(one -> !one.isConcluded());
        if (found.isEmpty()) {
            return false;
        }
        var opening = found.get().opening();
        Long incident = switch (outcome) {
            case NOT_JUSTIFIED -> incidents.openUnjustified(opening, ended(opening), words.strip(), requester);
            case JUSTIFIED, WORDS -> null;
        };
        return reviews.review(requester, id, outcome, words, incident);
    }

    private static OffsetDateTime ended(EmergencyOpening opening) {
        return Objects.requireNonNullElse(opening.endedAt(), opening.until());
    }

    private OpeningLine line(EmergencyOpening opening) {
        var now = OffsetDateTime.now(clock);
        var age = Duration.between(opening.openedAt(), now);
        var settings = reviews.settings();
        return new OpeningLine(
                opening.id(),
                opening.openedAt(),
                facilities.get(opening.facility()).name(),
                opening.profession(),
                opening.door().word(),
                switch (opening.door()) {
                    case PRIOR_CONSENT, DISASTER -> "";
                    case SCENE_CONSENT -> "emergency.giver." + opening.reason();
                    case BREAK_GLASS -> "emergency.risk." + opening.reason();
                },
                opening.wordsAt() != null,
                opening.withoutConsent() && opening.wordsAt() == null && age.compareTo(settings.wordsWithin()) > 0,
                age.compareTo(settings.reviewWithin()) > 0);
    }

    private ResponseEntity<String> page(long id, TypedForm form, Requester requester, Frame frame) {
        return reviews.look(requester, id)
                .map(one -> screen(one, form))
                .map(screen -> Pages.answer(
                        form.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                        pages.render("office/emergencydesk/review", frame, Map.of("page", screen))))
                .orElseGet(() -> pages.notFound(frame));
    }

    private OpeningReviewScreen screen(ReviewedOpening one, TypedForm form) {
        var opening = one.opening();
        var person = persons.find(opening.person());
        var names = staff.names(Stream.concat(
                        Stream.of(opening.staff()), one.said().stream().map(EmergencyReviews.ReviewerWords::reviewer))
                .distinct()
                .toList());
        return new OpeningReviewScreen(
                line(opening),
                names.getOrDefault(opening.staff(), ""),
                facilities.get(opening.facility()).phone(),
                person.map(Person::name).orElse(null),
                person.map(Person::birthDate).orElse(null),
                ended(opening),
                one.words(),
                shown(opening),
                one.said().stream()
                        .map(said -> new SaidLine(
                                said.outcome().word(),
                                said.words(),
                                names.getOrDefault(said.reviewer(), ""),
                                said.at(),
                                said.incident()))
                        .toList(),
                one.isConcluded(),
                form);
    }

    private List<ShownPage> shown(EmergencyOpening opening) {
        return displays
                .of(opening.person().value(), opening.openedAt(), ended(opening).plus(UNTIL_COMMIT_AT_MOST))
                .stream()
                .filter(display -> display.staff() == opening.staff().value())
                .filter(display -> display.door().equals(opening.door().word()))
                .map(display ->
                        new ShownPage(display.view().substring(display.view().lastIndexOf('/') + 1), display.at()))
                .toList();
    }
}

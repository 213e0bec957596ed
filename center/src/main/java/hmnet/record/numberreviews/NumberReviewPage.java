package hmnet.record.numberreviews;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Resemblance;
import hmnet.record.numberreviews.NumberDesk.AnswerResult;
import hmnet.record.numberreviews.NumberDesk.OpenedReview;
import hmnet.record.numberreviews.NumberReviewScreen.HumanColumn;
import hmnet.record.numberreviews.NumberReviewScreen.HumanLikeness;
import hmnet.record.numberreviews.NumberReviewScreen.WaitingMessage;
import hmnet.record.numberreviews.NumberReviewsScreen.NumberReviewLine;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages where a desk says whose messages are that fit nobody under their number (番号の本人確認).
@Controller
class NumberReviewPage {
    private static final String OWN = "/desk/numbers";
    private static final String ALL = "/office/numbers";
    private static final Set<String> DONE = Set.of("decided", "undone");

    private final NumberDesk desk;
    private final Facilities facilities;
    private final Pages pages;

    NumberReviewPage(NumberDesk desk, Facilities facilities, Pages pages) {
        this.desk = desk;
        this.facilities = facilities;
        this.pages = pages;
    }

    @GetMapping("/desk/numbers")
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.numbers", icon = "warn", group = MenuGroup.CARE, order = 65)
    ResponseEntity<String> own(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String done,
            Requester by,
            Frame frame) {
        return list(OWN, closed, page, done, by, frame);
    }

    @GetMapping("/office/numbers")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.numbers", icon = "warn", group = MenuGroup.PEOPLE, order = 15)
    ResponseEntity<String> all(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String done,
            Requester by,
            Frame frame) {
        return list(ALL, closed, page, done, by, frame);
    }

    @GetMapping("/desk/numbers/{id}")
    @Rule(Right.DESK)
    ResponseEntity<String> own(@PathVariable long id, Requester by, Frame frame) {
        return show(OWN, id, NumberAnswer.NONE, null, by, frame);
    }

    @GetMapping("/office/numbers/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> all(@PathVariable long id, Requester by, Frame frame) {
        return show(ALL, id, NumberAnswer.NONE, null, by, frame);
    }

    @PostMapping("/desk/numbers/{id}/decision")
    @Rule(Right.DESK)
    ResponseEntity<String> decideOwn(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        return decide(OWN, id, new NumberAnswer(answer, why), by, frame);
    }

    @PostMapping("/office/numbers/{id}/decision")
    @Rule(Right.OFFICE)
    ResponseEntity<String> decideAny(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String why,
            Requester by,
            Frame frame) {
        return decide(ALL, id, new NumberAnswer(answer, why), by, frame);
    }

    @PostMapping("/desk/numbers/{id}/undoing")
    @Rule(Right.DESK)
    ResponseEntity<String> undoOwn(@PathVariable long id, Requester by, Frame frame) {
        return answered(OWN, id, NumberAnswer.NONE, desk.undo(id, by), "undone", by, frame);
    }

    @PostMapping("/office/numbers/{id}/undoing")
    @Rule(Right.OFFICE)
    ResponseEntity<String> undoAny(@PathVariable long id, Requester by, Frame frame) {
        return answered(ALL, id, NumberAnswer.NONE, desk.undo(id, by), "undone", by, frame);
    }

    /// What was chosen and written.
    ///
    /// @param answer `same-` with the patient, `other` or `wrong`; empty as long as nothing is chosen
    private record NumberAnswer(String answer, String why) {
        static final NumberAnswer NONE = new NumberAnswer("", "");
    }

    private ResponseEntity<String> decide(String base, long id, NumberAnswer given, Requester by, Frame frame) {
        var same = given.answer().matches("same-[0-9]{1,18}");
        var decision = NumberDecision.of(same ? "same" : given.answer());
        if (decision.isEmpty()) {
            return show(base, id, given, AnswerResult.NO_HOLDER, by, frame);
        }
        var holder = same ? new PatientId(Long.parseLong(given.answer().substring(5))) : null;
        return answered(
                base, id, given, desk.decide(id, decision.get(), holder, given.why(), by), "decided", by, frame);
    }

    private ResponseEntity<String> answered(
            String base, long id, NumberAnswer given, AnswerResult result, String done, Requester by, Frame frame) {
        return switch (result) {
            case DONE ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, base + "?done=" + done)
                        .build();
            case GONE -> pages.notFound(frame);
            case NO_REASON, NO_HOLDER, CHANGED -> show(base, id, given, result, by, frame);
        };
    }

    private ResponseEntity<String> list(
            String base, boolean closed, int page, @Nullable String done, Requester by, Frame frame) {
        var reviews = desk.list(closed, page, by);
        var lines = reviews.reviews().stream()
                .map(review -> new NumberReviewLine(
                        review.id(),
                        facilities.get(review.facility()).name(),
                        review.claim().number(),
                        review.messages(),
                        review.openedAt(),
                        review.decision() == null ? null : review.decision().word()))
                .toList();
        var here = base + "?" + (closed ? "closed=true&" : "") + "page=";
        var screen = new NumberReviewsScreen(
                base,
                closed,
                Pages.known(DONE, done),
                lines,
                desk.waiting(by),
                reviews.more() ? here + (Math.max(1, page) + 1) : null,
                page > 1 ? here + 1 : null);
        return Pages.answer(HttpStatus.OK, pages.render("record/numberreviews/numbers", frame, Map.of("page", screen)));
    }

    private ResponseEntity<String> show(
            String base, long id, NumberAnswer given, @Nullable AnswerResult problem, Requester by, Frame frame) {
        return desk.open(id, by)
                .map(opened -> Pages.answer(
                        problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                        pages.render(
                                "record/numberreviews/number",
                                frame,
                                Map.of("page", screen(base, opened, given, problem)))))
                .orElseGet(() -> pages.notFound(frame));
    }

    private NumberReviewScreen screen(
            String base, OpenedReview opened, NumberAnswer given, @Nullable AnswerResult problem) {
        var review = opened.review();
        var told = review.claim().demographics();
        return new NumberReviewScreen(
                base,
                review.id(),
                facilities.get(review.facility()).name(),
                review.claim().number(),
                review.messages(),
                review.claim().at(),
                opened.files().stream()
                        .map(file -> new WaitingMessage(file.path(), file.receivedAt()))
                        .toList(),
                opened.withheld(),
                column(0, 0, false, withoutHome(told, opened.withheld()), HumanLikeness.NONE),
                opened.holders().stream()
                        .map(holder -> column(
                                holder.patient().value(),
                                holder.epoch(),
                                holder.patient().equals(review.nearest()),
                                withoutHome(holder.shown(), opened.withheld()),
                                likeness(Resemblance.of(holder.shown(), told))))
                        .toList(),
                review.decision() == null ? null : review.decision().word(),
                review.decision() == null ? given.why() : review.why(),
                given.answer(),
                problem == null ? null : word(problem));
    }

    /// Postal code, address and telephone of a protected person are for the hospital's own desk alone.
    private static Demographics withoutHome(Demographics d, boolean withheld) {
        return withheld
                ? new Demographics(
                        d.familyName(),
                        d.givenName(),
                        d.familyKana(),
                        d.givenKana(),
                        d.birthDate(),
                        d.sex(),
                        "",
                        "",
                        "",
                        d.diedOn())
                : d;
    }

    private static HumanColumn column(
            long patient, int epoch, boolean nearest, Demographics d, HumanLikeness likeness) {
        return new HumanColumn(
                patient,
                epoch,
                nearest,
                (d.familyName() + "　" + d.givenName()).strip(),
                (d.familyKana() + "　" + d.givenKana()).strip(),
                d.birthDate(),
                d.sex(),
                d.address(),
                d.phone(),
                d.diedOn(),
                likeness);
    }

    private static HumanLikeness likeness(Resemblance of) {
        return new HumanLikeness(word(of.name()), word(of.birth()), word(of.sex()), word(of.home()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

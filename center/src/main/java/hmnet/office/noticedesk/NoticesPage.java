package hmnet.office.noticedesk;

import hmnet.consent.consents.Consents;
import hmnet.consent.notices.ConsentNotices;
import hmnet.consent.notices.ConsentNotices.NoticeAnswer;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.noticedesk.NoticesScreen.NoticeLine;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office keeps what is explained before somebody consents, version by version, and sees how far people have been
/// asked anew (説明の版・再同意).
@Controller
class NoticesPage {
    private static final String PATH = "/office/notices";
    private static final Set<String> DONE = Set.of("proposed", "agreed", "refused");
    private static final Set<String> PROBLEMS = Set.of("taken", "second-person", "gone", "past");

    private final ConsentNotices notices;
    private final Consents consents;
    private final Facilities facilities;
    private final Pages pages;

    NoticesPage(ConsentNotices notices, Consents consents, Facilities facilities, Pages pages) {
        this.notices = notices;
        this.consents = consents;
        this.facilities = facilities;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.notices", icon = "consent", group = MenuGroup.CARDS, order = 22)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        return page(
                HttpStatus.OK, TypedForm.NOTHING, Pages.known(PROBLEMS, problem), Pages.known(DONE, done), by, frame);
    }

    @PostMapping(PATH)
    @Rule(Right.OFFICE)
    @ChecksNumbers({"title", "words"})
    ResponseEntity<String> propose(NoticeForm form, Requester by, Frame frame) {
        var problems = form.problems(notices.today());
        if (!problems.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, form.again(problems), null, null, by, frame);
        }
        return switch (notices.propose(form.notice(), by)) {
            case TAKEN ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, form.again(Map.of("version", "taken")), null, null, by, frame);
            case PAST ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, form.again(Map.of("from", "from")), null, null, by, frame);
            case DONE, SECOND_PERSON, GONE -> to("done=proposed");
        };
    }

    @PostMapping(PATH + "/agreement")
    @Rule(Right.OFFICE)
    ResponseEntity<String> agree(@RequestParam(defaultValue = "") String version, Requester by) {
        return to(notices.agree(version, by), "agreed");
    }

    @PostMapping(PATH + "/agreement/refusal")
    @Rule(Right.OFFICE)
    ResponseEntity<String> refuse(@RequestParam(defaultValue = "") String version, Requester by) {
        return to(notices.refuse(version, by), "refused");
    }

    private static ResponseEntity<String> to(NoticeAnswer answer, String done) {
        return to(
                answer == NoticeAnswer.DONE
                        ? "done=" + done
                        : "problem=" + answer.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static ResponseEntity<String> to(String word) {
        return Pages.seeOther(PATH + "?" + word);
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            TypedForm form,
            @Nullable String problem,
            @Nullable String done,
            Requester by,
            Frame frame) {
        var book = notices.book();
        var today = notices.today();
        var counts = consents.givenUnder();
        var now = book.inForce(today);
        var lines = book.notices().reversed().stream()
                .map(notice -> new NoticeLine(
                        notice,
                        counts.getOrDefault(notice.version(), 0L),
                        notice.version().equals(now.version())))
                .toList();
        var given = counts.values().stream().mapToLong(Long::longValue).sum();
        var screen = new NoticesScreen(
                now,
                lines,
                notices.waiting(by),
                given,
                counts.entrySet().stream()
                        .filter(one -> book.asked(one.getKey(), today).isEmpty())
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                given - lines.stream().mapToLong(NoticeLine::given).sum(),
                notices.notPosted().stream()
                        .map(id -> facilities.get(id).name())
                        .toList(),
                form,
                problem,
                done);
        return Pages.answer(status, pages.render("office/noticedesk/notices", frame, Map.of("page", screen)));
    }
}

package hmnet.exchange.auditfeed;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How far the log has been sent to repositories elsewhere (監査証跡の送出状況). Nothing of a person is shown.
@Controller
class AuditFeedPage {
    static final String PATH = "/office/audit-feed";

    private final FeedMarks marks;
    private final AuditFeedSettings settings;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Pages pages;

    AuditFeedPage(
            FeedMarks marks, AuditFeedSettings settings, Audit audit, TransactionTemplate transaction, Pages pages) {
        this.marks = marks;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.audit-feed", icon = "lock", group = MenuGroup.NETWORK, order = 59)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Frame frame) {
        var late = marks.late().stream().map(FeedMarks.FeedState::way).toList();
        var lines = marks.states().stream()
                .map(state -> new AuditFeedScreen.FeedLine(
                        state, settings.target(state.way()), late.contains(state.way())))
                .toList();
        var screen = new AuditFeedScreen(lines, settings.late().toMinutes(), "hastened".equals(done));
        return Pages.answer(HttpStatus.OK, pages.render("exchange/auditfeed/feed", frame, Map.of("page", screen)));
    }

    /// The repository is up again: what waits is sent with the next round.
    @PostMapping(PATH + "/{way}/attempt")
    @Rule(Right.OPERATE)
    ResponseEntity<String> hasten(@PathVariable String way, Requester requester, Frame frame) {
        var known = Arrays.stream(FeedWay.values())
                .filter(one -> one.word().equals(way))
                .findFirst();
        if (known.isEmpty()) {
            return pages.notFound(frame);
        }
        transaction.executeWithoutResult(status -> {
            if (marks.hasten(known.get())) {
                audit.write(requester.did(Action.AUDIT_FEED_HASTENED, known.get().word()));
            }
        });
        return Pages.seeOther(PATH + "?done=hastened");
    }
}

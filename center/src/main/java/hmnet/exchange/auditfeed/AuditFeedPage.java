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
import java.util.Set;
import java.util.function.Predicate;
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

    private static final Set<String> DONE = Set.of("hastened", "stopped", "resumed");

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
    @MenuPlace(text = "menu.audit-feed", icon = "lock", group = MenuGroup.NETWORK, order = 62)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Frame frame) {
        var late = marks.late().stream().map(FeedMarks.FeedPosition::way).toList();
        var lines = marks.states().stream()
                .map(state -> new AuditFeedScreen.RepositoryLine(
                        state, settings.target(state.way()), late.contains(state.way())))
                .toList();
        var screen = new AuditFeedScreen(lines, settings.late().toMinutes(), Pages.known(DONE, done));
        return Pages.answer(HttpStatus.OK, pages.render("exchange/auditfeed/feed", frame, Map.of("page", screen)));
    }

    /// The repository is up again: what waits is sent with the next round.
    @PostMapping("/office/audit-feed/{way}/attempt")
    @Rule(Right.OPERATE)
    ResponseEntity<String> hasten(@PathVariable String way, Requester requester, Frame frame) {
        return done(way, "hastened", marks::hasten, Action.AUDIT_FEED_HASTENED, requester, frame);
    }

    /// Nothing more is sent, because the repository is no longer to be trusted or moves. The alarm of what waits stays.
    @PostMapping("/office/audit-feed/{way}/stop")
    @Rule(Right.OPERATE)
    ResponseEntity<String> stop(@PathVariable String way, Requester requester, Frame frame) {
        return done(way, "stopped", marks::stop, Action.AUDIT_FEED_STOPPED, requester, frame);
    }

    @PostMapping("/office/audit-feed/{way}/stop/end")
    @Rule(Right.OPERATE)
    ResponseEntity<String> resume(@PathVariable String way, Requester requester, Frame frame) {
        return done(way, "resumed", marks::resume, Action.AUDIT_FEED_RESUMED, requester, frame);
    }

    private ResponseEntity<String> done(
            String way, String word, Predicate<FeedWay> act, Action action, Requester by, Frame frame) {
        var known = Arrays.stream(FeedWay.values())
                .filter(one -> one.word().equals(way))
                .findFirst();
        if (known.isEmpty()) {
            return pages.notFound(frame);
        }
        var changed = Boolean.TRUE.equals(transaction.execute(status -> {
            var acted = act.test(known.get());
            if (acted) {
                audit.write(by.did(action, known.get().word()));
            }
            return acted;
        }));
        return Pages.seeOther(changed ? PATH + "?done=" + word : PATH);
    }
}

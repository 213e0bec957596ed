package hmnet.ground.gate;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.HandlerMapping;

/// Traces of who asked for a page that their profession has no right to (権限外の要求の証跡; V6). Who asks again and again
/// leaves one a minute.
@Component
class RoleRefusals {
    private static final Duration APART = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Audit audit;
    private final TransactionOperations transaction;
    private final InstantSource clock = InstantSource.system();
    private final Map<RefusedPage, Instant> last = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RefusedPage, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    RoleRefusals(Audit audit, TransactionOperations transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    private record RefusedPage(StaffId staff, String method, String route) {}

    void write(Requester requester, HttpServletRequest request) {
        var route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (isNew(new RefusedPage(requester.staff(), request.getMethod(), route))) {
            transaction.executeWithoutResult(status -> audit.write(requester
                    .did(Action.PAGE_REFUSED, "refused")
                    .with("method", request.getMethod())
                    .with("route", route)));
        }
    }

    private boolean isNew(RefusedPage page) {
        var now = clock.instant();
        synchronized (last) {
            var before = last.get(page);
            if (before != null && before.plus(APART).isAfter(now)) {
                return false;
            }
            last.remove(page);
            last.put(page, now);
            return true;
        }
    }
}

package hmnet.exchange.auditfeed;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many repositories are hours behind (遅れている送出先の数).
@Component
class LateFeedCount implements WaitingWork {
    private final FeedMarks marks;

    LateFeedCount(FeedMarks marks) {
        this.marks = marks;
    }

    @Override
    public String path() {
        return AuditFeedPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        return marks.late().size();
    }
}

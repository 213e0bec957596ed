package hmnet.office.reviewdesk;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.people.arrivals.ReviewQueue;
import hmnet.people.arrivals.ReviewQueue.ReviewQueueQuery;
import org.springframework.stereotype.Component;

/// How many questions of identity wait (確認待ちの組の数).
@Component
class OpenReviewCount implements WaitingWork {
    private final ReviewQueue queue;

    OpenReviewCount(ReviewQueue queue) {
        this.queue = queue;
    }

    @Override
    public String path() {
        return "/reviews";
    }

    @Override
    public long waiting(Requester by) {
        return queue.count(ReviewQueueQuery.ALL);
    }
}

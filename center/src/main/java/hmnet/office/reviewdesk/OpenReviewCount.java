package hmnet.office.reviewdesk;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.people.arrivals.Reviews;
import org.springframework.stereotype.Component;

/// How many questions of identity wait (確認待ちの組の数).
@Component
class OpenReviewCount implements WaitingWork {
    private static final int MOST = 1_000;

    private final Reviews reviews;

    OpenReviewCount(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String path() {
        return "/reviews";
    }

    @Override
    public long waiting(Requester by) {
        return reviews.open(MOST).size();
    }
}

package hmnet.consent.subjectrequests;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many requests this desk has to answer (回答を待つ請求の数).
@Component
class OpenRequestCount implements WaitingWork {
    private final SubjectRequests requests;

    OpenRequestCount(SubjectRequests requests) {
        this.requests = requests;
    }

    @Override
    public String path() {
        return RequestDeskPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        return requests.count(by);
    }
}

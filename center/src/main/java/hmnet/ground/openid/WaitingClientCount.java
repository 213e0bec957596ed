package hmnet.ground.openid;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many sub-systems wait for a second operator (2人目を待つサブシステムの数).
@Component
class WaitingClientCount implements WaitingWork {
    private final Clients clients;

    WaitingClientCount(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String path() {
        return ClientsPage.PAGE;
    }

    @Override
    public long waiting(Requester by) {
        return clients.waiting();
    }
}

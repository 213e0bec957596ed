package hmnet.ground.directory;

import hmnet.ground.directory.Successions.SuccessionStatement;
import org.springframework.stereotype.Component;

/// How many successions wait for a second operator (2人目を待つ承継の数).
@Component
class WaitingSuccessionCount implements WaitingWork {
    private final Successions successions;

    WaitingSuccessionCount(Successions successions) {
        this.successions = successions;
    }

    @Override
    public String path() {
        return "/office/facilities";
    }

    @Override
    public long waiting(Requester by) {
        return successions.all().stream().filter(SuccessionStatement::waits).count();
    }
}

package hmnet.record.doubles;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many hidings of doubles wait for a second operator (2人目を待つ重複の扱いの数).
@Component
class WaitingDoublesCount implements WaitingWork {
    private final Doubles doubles;

    WaitingDoublesCount(Doubles doubles) {
        this.doubles = doubles;
    }

    @Override
    public String path() {
        return "/doubles";
    }

    @Override
    public long waiting(Requester by) {
        return doubles.waiting();
    }
}

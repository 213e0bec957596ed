package hmnet.care.emergencycode;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import org.springframework.stereotype.Component;

/// Whether the end of the key waits for a second person of the office (鍵の世代の確認待ち).
@Component
class WaitingCodeKeyCount implements WaitingWork {
    private final CodeEpochs epochs;

    WaitingCodeKeyCount(CodeEpochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public String path() {
        return CodeDeskPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        return by.may(Right.OFFICE) ? epochs.waiting().stream().count() : 0;
    }
}

package hmnet.record.numberreviews;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many messages fit nobody under their number and wait for a word (番号の本人確認を待つ件数、事務局).
@Component
class NumberCount implements WaitingWork {
    private final NumberDesk desk;

    NumberCount(NumberDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "/office/numbers";
    }

    @Override
    public long waiting(Requester by) {
        return desk.waiting(by);
    }
}

package hmnet.record.numberreviews;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many messages under numbers of the desk's own facility wait for a word (番号の本人確認を待つ件数、窓口).
@Component
class OwnNumberCount implements WaitingWork {
    private final NumberDesk desk;

    OwnNumberCount(NumberDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "/desk/numbers";
    }

    @Override
    public long waiting(Requester by) {
        return desk.waiting(by);
    }
}

package hmnet.office.noticedesk;

import hmnet.consent.notices.ConsentNotices;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many versions wait for a second person (説明の版の確認待ち).
@Component
class WaitingNoticeCount implements WaitingWork {
    private final ConsentNotices notices;

    WaitingNoticeCount(ConsentNotices notices) {
        this.notices = notices;
    }

    @Override
    public String path() {
        return "/office/notices";
    }

    @Override
    public long waiting(Requester by) {
        return notices.waiting(by).size();
    }
}

package hmnet.office.noticedesk;

import hmnet.consent.notices.ConsentNotices;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// Whether today's notice waits to be hung (院内掲示の未登録).
@Component
class NoticeToPostCount implements WaitingWork {
    private final ConsentNotices notices;

    NoticeToPostCount(ConsentNotices notices) {
        this.notices = notices;
    }

    @Override
    public String path() {
        return "/desk/notice";
    }

    @Override
    public long waiting(Requester by) {
        return notices.posted(by.facility(), notices.current()).isPresent() ? 0 : 1;
    }
}

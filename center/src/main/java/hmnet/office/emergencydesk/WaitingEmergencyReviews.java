package hmnet.office.emergencydesk;

import hmnet.consent.emergency.EmergencyReviews;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.OwnNotices;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import java.util.List;
import org.springframework.stereotype.Component;

/// Alerts the reviewers (審査の担当者への警報): from the moment a door was opened without consent it stands on their first
/// page, by its number alone; and what is late with it.
@Component
class WaitingEmergencyReviews implements WaitingWork, OwnNotices {
    private final EmergencyReviews reviews;

    WaitingEmergencyReviews(EmergencyReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String path() {
        return EmergencyReviewPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        return reviews.waiting(by).due();
    }

    @Override
    public List<OwnNotice> of(Requester by, Messages m) {
        if (!by.may(Right.OFFICE)) {
            return List.of();
        }
        var waiting = reviews.waiting(by);
        return waiting.due() == 0
                ? List.of()
                : List.of(new OwnNotice(
                        m.t("emergencydesk.alert", waiting.due(), waiting.wordless(), waiting.late()),
                        true,
                        null,
                        null));
    }
}

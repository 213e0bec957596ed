package hmnet.care.disaster;

import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.OwnNotices;
import hmnet.ground.directory.Requester;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells who looked under a disaster mode that a reviewer asks why (災害時の閲覧の理由の記入のお願い).
@Component
class DisasterNotices implements OwnNotices {
    private final EmergencyOpenings openings;

    DisasterNotices(EmergencyOpenings openings) {
        this.openings = openings;
    }

    @Override
    public List<OwnNotice> of(Requester by, Messages m) {
        return openings.wordless(by).stream()
                .filter(one -> !one.isOfEmergency())
                .map(EmergencyOpening::id)
                .map(id -> new OwnNotice(
                        m.t("care-disaster.owed.notice", DisasterViewPage.path(id) + "/words"), false, null, null))
                .toList();
    }
}

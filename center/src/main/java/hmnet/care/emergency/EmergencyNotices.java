package hmnet.care.emergency;

import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.OwnNotices;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells who opened a chart without consent that the reason is still to be said in words (理由の記入のお願い).
@Component
class EmergencyNotices implements OwnNotices {
    private final EmergencyOpenings openings;
    private final Clock clock;

    EmergencyNotices(EmergencyOpenings openings, Clock clock) {
        this.openings = openings;
        this.clock = clock;
    }

    @Override
    public List<OwnNotice> of(Requester by, Messages m) {
        if (!by.may(Right.EMERGENCY)) {
            return List.of();
        }
        var within = openings.settings().wordsWithin();
        return openings.wordless(by).stream()
                .filter(EmergencyOpening::isOfEmergency)
                .map(one -> one.openedAt().plus(within))
                .map(until -> new OwnNotice(
                        m.t("emergency.owed.notice", m.moment(until)),
                        until.isBefore(OffsetDateTime.now(clock)),
                        null,
                        null))
                .toList();
    }
}

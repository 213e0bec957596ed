package hmnet.care.today;

import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.RecordRow.VisitsFiled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears that a visit of today was filed (来院の知らせ), in the transaction that files it.
@Component
class VisitsHeard {
    private final TodaysRows rows;

    VisitsHeard(TodaysRows rows) {
        this.rows = rows;
    }

    @EventListener
    void hear(VisitsFiled filed) {
        var patients = filed.on(rows.today());
        if (!patients.isEmpty()) {
            rows.announce(new FacilityId(filed.facility()), patients);
        }
    }
}

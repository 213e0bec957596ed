package hmnet.office.municipality;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets resident lists on their day (期限による消去).
@Component
class ResidentListExpiry {
    private final ResidentLists lists;

    ResidentListExpiry(ResidentLists lists) {
        this.lists = lists;
    }

    @Scheduled(initialDelay = 90_000, fixedDelay = 3_600_000)
    void round() {
        var forgotten = lists.forgetDue();
        while (forgotten > 0) {
            forgotten = lists.forgetDue();
        }
    }
}

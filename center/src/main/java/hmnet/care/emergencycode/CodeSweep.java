package hmnet.care.emergencycode;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forgets what nobody reads again (救急QRの後始末).
@Component
class CodeSweep {
    private final CodeRows rows;

    CodeSweep(CodeRows rows) {
        this.rows = rows;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 120_000)
    @Transactional
    public void sweep() {
        rows.sweep();
    }
}

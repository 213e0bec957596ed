package hmnet.care.emergencycode;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forgets what nobody reads again, and ends codes that tell of somebody else's chart (救急QRの後始末).
@Component
class CodeSweep {
    private final CodeRows rows;
    private final Audit audit;

    CodeSweep(CodeRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 120_000)
    @Transactional
    public void sweep() {
        rows.sweep();
        rows.part()
                .forEach(code -> audit.write(Trace.of(Action.EMERGENCY_CODE_ENDED, Actor.CENTRE, "parted")
                        .about(code.person().value())
                        .with("code", KeptCode.number(code.id()))));
    }
}

package hmnet.office.protectiondesk;

import hmnet.consent.protection.ProtectionRegister;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import org.springframework.stereotype.Component;

/// How many ends of a protection wait for a second officer (2人目を待つ保護の終了の数).
@Component
class WaitingEndingCount implements WaitingWork {
    private final ProtectionRegister register;

    WaitingEndingCount(ProtectionRegister register) {
        this.register = register;
    }

    @Override
    public String path() {
        return "/protection";
    }

    @Override
    public long waiting(Requester by) {
        return register.endingsProposed();
    }

    /// Whoever takes an application at a counter has no register.
    @Override
    public boolean concerns(Requester by) {
        return by.may(Right.OFFICE);
    }
}

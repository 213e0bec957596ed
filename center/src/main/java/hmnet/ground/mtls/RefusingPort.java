package hmnet.ground.mtls;

import hmnet.ground.audit.Action;

/// A port that turns certificates away before anybody is known (証明書を断る接続口); what it refused is told to the audit log.
public interface RefusingPort {
    RefusedCertificates refused();

    /// What a refusal is called there.
    Action refusal();
}

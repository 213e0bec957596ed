package hmnet.consent.thirdparty;

import hmnet.consent.consents.EmergencyDoor;
import java.util.Optional;

/// By what right something was provided (提供の根拠; APPI 27(1)).
public enum ProvisionGround {
    /// 本人の同意.
    CONSENT("consent"),
    /// 本人の同意, given beforehand for emergencies or said at the scene.
    EMERGENCY_CONSENT("emergency-consent"),
    /// 人の生命、身体の保護に必要で、同意を得ることが困難 (27(1) no. 2).
    LIFE("life");

    private final String word;

    ProvisionGround(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// @param door the word of the emergency door through which a chart opened, or empty
    static ProvisionGround of(String door) {
        Optional<EmergencyDoor> opened = EmergencyDoor.of(door);
        return opened.map(one -> switch (one) {
                    case PRIOR_CONSENT, SCENE_CONSENT -> EMERGENCY_CONSENT;
                    case BREAK_GLASS -> LIFE;
                    case DISASTER -> CONSENT;
                })
                .orElse(CONSENT);
    }
}

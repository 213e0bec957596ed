package hmnet.consent.consents;

import hmnet.ground.database.ColumnWord;
import hmnet.ground.routes.Right;
import java.util.Arrays;
import java.util.Optional;

/// The doors to a chart in an emergency (救急の入口), and the one of the disaster mode. They are never mixed:
/// each has its own basis, and says so in the log.
public enum EmergencyDoor implements ColumnWord {
    /// 事前の緊急同意: the person agreed to it beforehand.
    PRIOR_CONSENT("prior-consent", Purpose.EMERGENCY),
    /// その場の同意: said at the scene.
    SCENE_CONSENT("scene-consent", Purpose.EMERGENCY),
    /// 同意なし（命に関わる緊急）: nobody could be asked.
    BREAK_GLASS("break-glass", Purpose.BREAK_GLASS),
    /// 災害時モード: the disaster mode holds, and the person agreed to emergencies or to care.
    DISASTER("disaster", Purpose.DISASTER);

    private final String word;
    private final Purpose purpose;

    EmergencyDoor(String word, Purpose purpose) {
        this.word = word;
        this.purpose = purpose;
    }

    @Override
    public String word() {
        return word;
    }

    public Purpose purpose() {
        return purpose;
    }

    /// Which right opens it.
    public Right right() {
        return switch (this) {
            case PRIOR_CONSENT, SCENE_CONSENT, BREAK_GLASS -> Right.EMERGENCY;
            case DISASTER -> Right.DISASTER;
        };
    }

    public static Optional<EmergencyDoor> of(String word) {
        return Arrays.stream(values()).filter(door -> door.word.equals(word)).findFirst();
    }
}

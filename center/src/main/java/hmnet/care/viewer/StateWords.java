package hmnet.care.viewer;

import hmnet.formats.model.code.CareState;
import hmnet.ground.design.Messages;
import java.util.Locale;

/// What became of something, in the reader's words (状態の表記): 未実施（血圧低値のため）.
public final class StateWords {
    private StateWords() {}

    /// Empty for what is as its kind says.
    public static String of(CareState state, String reason, Messages m) {
        if (state == CareState.ACTIVE) {
            return reason;
        }
        var word = m.t("viewer.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return reason.isBlank() ? word : m.t("viewer.state.because", word, reason);
    }

    /// Whether an outcome says that the person died (死亡).
    public static boolean death(String outcome) {
        return outcome.contains("死亡") || outcome.contains("死去");
    }

    /// Whether it is struck through: what never was, or is no more.
    public static boolean struck(CareState state) {
        return switch (state) {
            case STOPPED, CANCELLED, NOT_DONE, REFUSED, REFUTED -> true;
            case ACTIVE, DRAFT, PLANNED, ON_HOLD, IN_PROGRESS, PARTIAL, PROHIBITED, ENDED, UNKNOWN -> false;
        };
    }
}

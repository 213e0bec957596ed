package hmnet.formats.model.chart;

import hmnet.formats.model.code.CareState;

/// Whether what a row tells is so (状態): ordered, given or present as its kind says, or something else, and why.
///
/// @param reason in the sender's words, empty when it gave none
public record CareStatus(CareState state, String reason) {
    public static final CareStatus ACTIVE = new CareStatus(CareState.ACTIVE, "");

    public static CareStatus of(CareState state) {
        return new CareStatus(state, "");
    }

    /// As people read it: 中止（発疹のため）; empty for what is as its kind says.
    public String words() {
        return state.words().isEmpty() || reason.isBlank()
                ? state.words() + reason
                : state.words() + "（" + reason + "）";
    }

    public boolean isActive() {
        return state == CareState.ACTIVE;
    }
}

package hmnet.ground.crewshifts;

import java.util.Locale;

/// Why a crew does not come to the emergency doors (救急隊の断りの理由).
public enum CrewObjection {
    /// Signed in elsewhere than at a registered device of the own facility.
    NO_DEVICE,
    /// The shift that began with the sign-in is over.
    SHIFT_OVER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package hmnet.consent.consents;

/// Why a chart is opened (利用目的); stands in the audit event, and a consent may deny one. Values of HL7 v3
/// PurposeOfUse; the `bit` enters consents as a mask.
public enum Purpose {
    /// 診療.
    TREATMENT(0, "TREAT"),
    /// 訂正・本人照会への対応.
    PATIENT_REQUEST(1, "PATRQT"),
    /// 救急（同意あり）.
    EMERGENCY(2, "ETREAT"),
    /// 命に関わる緊急（同意なし）.
    BREAK_GLASS(3, "BTG"),
    /// 災害時（災害時モードの間）.
    DISASTER(4, "DISASTER");

    private final int bit;
    private final String code;

    Purpose(int bit, String code) {
        this.bit = bit;
        this.code = code;
    }

    public long mask() {
        return 1L << bit;
    }

    public String code() {
        return code;
    }

    /// Whether an emergency door has to stand open.
    public boolean throughDoor() {
        return switch (this) {
            case TREATMENT, PATIENT_REQUEST -> false;
            case EMERGENCY, BREAK_GLASS, DISASTER -> true;
        };
    }

    /// Denials of which purposes keep this one out, as a mask. In a disaster whoever denied care or the emergency
    /// denied this too: they could not know of it.
    public long denials() {
        return switch (this) {
            case TREATMENT, PATIENT_REQUEST, EMERGENCY, BREAK_GLASS -> mask();
            case DISASTER -> mask() | TREATMENT.mask() | EMERGENCY.mask() | BREAK_GLASS.mask();
        };
    }
}

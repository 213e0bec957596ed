package hmnet.consent.decisions;

/// Why a chart is opened (利用目的); stands in the audit event. Values of HL7 v3 PurposeOfUse.
public enum Purpose {
    /// 診療.
    TREATMENT("TREAT"),
    /// 訂正・本人照会への対応.
    PATIENT_REQUEST("PATRQT");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

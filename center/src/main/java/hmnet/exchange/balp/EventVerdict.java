package hmnet.exchange.balp;

/// How an act ended, in the numbers of RFC 3881 that FHIR and DICOM share (結果の区分).
public enum EventVerdict {
    SUCCESS("0", "Success"),
    /// The one who acts may put it right: a wrong password, a number that is nobody's.
    MINOR_FAILURE("4", "Minor failure"),
    /// Refused for want of a right.
    SERIOUS_FAILURE("8", "Serious failure");

    private final String code;
    private final String words;

    EventVerdict(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}

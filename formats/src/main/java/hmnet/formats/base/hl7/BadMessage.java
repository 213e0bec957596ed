package hmnet.formats.base.hl7;

/// The bytes are not a message that can be read truthfully (読めない電文). The code is a stable kebab-case
/// word.
public final class BadMessage extends Exception {
    private final String code;
    private final String detail;

    public BadMessage(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}

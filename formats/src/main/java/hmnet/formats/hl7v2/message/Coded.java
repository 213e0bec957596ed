package hmnet.formats.hl7v2.message;

/// A code with its text and the HL7 id of its coding system (コード), such as `PO`, `口`, `HL70162`.
public record Coded(String code, String text, String system) {
    public static final Coded NONE = new Coded("", "", "");

    /// Text without a code.
    public static Coded text(String text) {
        return new Coded("", text, "");
    }

    String[] components() {
        return new String[] {code, text, system};
    }
}

package hmnet.formats.hl7v2.message;

/// A code with its text and the HL7 id of its coding system (コード), such as `PO`, `口`, `HL70162`.
public record CodedText(String code, String text, String system) {
    public static final CodedText NONE = new CodedText("", "", "");

    /// Text without a code.
    public static CodedText text(String text) {
        return new CodedText("", text, "");
    }

    String[] components() {
        return new String[] {code, text, system};
    }
}

package hmnet.formats.hl7v2.message;

/// A professional as an order or a visit names them (医師ほか).
public record Doctor(String id, String family, String given) {
    public static final Doctor NONE = new Doctor("", "", "");

    String[] components() {
        return id.isEmpty() && family.isEmpty()
                ? new String[0]
                : new String[] {id, family, given, "", "", "", "", "", "", "L", "", "", "", "", "I"};
    }
}

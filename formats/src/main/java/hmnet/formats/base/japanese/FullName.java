package hmnet.formats.base.japanese;

/// A person's name from one field, parted at its first blank (氏名): without a blank all of it is the family
/// name.
public record FullName(String family, String given) {
    public static FullName of(String name) {
        var text = name.strip();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return new FullName(text.substring(0, i), text.substring(i).strip());
            }
        }
        return new FullName(text, "");
    }

    /// As one field again, with `blank` between.
    public static String joined(String family, String given, String blank) {
        return family.isEmpty() || given.isEmpty() ? family + given : family + blank + given;
    }
}

package hmnet.formats.base.hl7;

import org.jspecify.annotations.Nullable;

/// How a separator is written inside a text (エスケープ, HL7 v2.5 §2.7): `\F\` for a field separator and so
/// on.
final class Escapes {
    private Escapes() {}

    static String read(Span span, Delimiters delimiters) {
        if (span.from() == span.to() || span.isNull()) {
            return "";
        }
        for (int i = span.from(); i < span.to(); i++) {
            if (span.text()[i] == delimiters.escape()) {
                return unescaped(span.toString(), delimiters);
            }
        }
        return span.toString();
    }

    private static String unescaped(String text, Delimiters delimiters) {
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == delimiters.escape() ? text.indexOf(delimiters.escape(), at + 1) : -1;
            var meaning = end < 0 ? null : meaning(text.substring(at + 1, end), delimiters);
            if (meaning == null) {
                out.append(c);
                at++;
            } else {
                out.append(meaning);
                at = end + 1;
            }
        }
        return out.toString();
    }

    /// What stands for the sequence, or null when it is none we know: then the text stays as it was sent.
    private static @Nullable String meaning(String sequence, Delimiters delimiters) {
        return switch (sequence) {
            case "F" -> String.valueOf(delimiters.field());
            case "S" -> String.valueOf(delimiters.component());
            case "R" -> String.valueOf(delimiters.repetition());
            case "E" -> String.valueOf(delimiters.escape());
            case "T" -> String.valueOf(delimiters.subcomponent());
            case ".br", ".sp", "X0D", "X0A", "X0D0A", "X0d", "X0a", "X0d0a" -> "\n";
            case "H", "N" -> "";
            default -> null;
        };
    }

    static void write(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '|' -> out.append("\\F\\");
                case '^' -> out.append("\\S\\");
                case '~' -> out.append("\\R\\");
                case '\\' -> out.append("\\E\\");
                case '&' -> out.append("\\T\\");
                case '\n' -> out.append("\\.br\\");
                default -> out.append(c);
            }
        }
    }
}

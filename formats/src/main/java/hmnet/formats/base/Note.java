package hmnet.formats.base;

import java.util.Locale;

/// A remark on a file (指摘).
///
/// @param code a stable kebab-case word; the words for people are made from it, `text` says what was found
/// @param line from 1, 0 when it is about the whole file or the format has no lines
/// @param field the place within the line in the format's own terms: `PID-3`, `201[5]`, an XPath, a FHIRPath
/// @param text what stood there, at most 200 characters
public record Note(String code, Severity severity, int line, String field, String text) {
    private static final int LONGEST = 200;

    public Note {
        text = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    public static Note repair(String code, int line, String field, String text) {
        return new Note(code, Severity.REPAIR, line, field, text);
    }

    public static Note info(String code, int line, String field, String text) {
        return new Note(code, Severity.INFO, line, field, text);
    }

    /// How much a remark weighs (重さ).
    public enum Severity {
        /// Nothing was changed: something unusual, an unknown record that is kept, a code without a mapping.
        INFO,
        /// Put right without guessing: the file is `repaired`.
        REPAIR,
        /// Why the file is refused.
        ERROR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package hmnet.formats.base;

import hmnet.formats.base.Note.Severity;

/// The bytes cannot be taken in truthfully (取り込めない): the only exception a reader throws.
public final class Unreadable extends Exception {
    private final Note note;

    /// @param code a stable kebab-case word
    public Unreadable(String code, int line, String field, String text) {
        super(code + (line > 0 ? " line " + line : "") + (field.isEmpty() ? "" : " " + field) + ": " + text);
        this.note = new Note(code, Severity.ERROR, line, field, text);
    }

    public Note note() {
        return note;
    }
}

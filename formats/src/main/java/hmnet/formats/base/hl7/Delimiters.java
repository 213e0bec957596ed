package hmnet.formats.base.hl7;

/// The five characters that structure a message (区切り文字, MSH-1 and MSH-2).
record Delimiters(char field, char component, char repetition, char escape, char subcomponent) {
    static final Delimiters USUAL = new Delimiters('|', '^', '~', '\\', '&');

    /// Read from a header that begins `MSH|^~\&|`. Characters a sender left out keep their usual meaning.
    static Delimiters of(char[] text, int from, int to) throws BadMessage {
        if (to - from < 8) {
            throw new BadMessage("truncated", "the header ends within its first 8 characters");
        }
        char field = text[from + 3];
        if (Character.isLetterOrDigit(field) || field < ' ') {
            throw new BadMessage("not-hl7", "MSH-1 is no separator");
        }
        var found = new char[] {USUAL.component, USUAL.repetition, USUAL.escape, USUAL.subcomponent};
        for (int i = 0; i < 4 && from + 4 + i < to && text[from + 4 + i] != field; i++) {
            char c = text[from + 4 + i];
            if (Character.isLetterOrDigit(c) || c <= ' ') {
                throw new BadMessage("not-hl7", "MSH-2 holds no separators");
            }
            found[i] = c;
        }
        return new Delimiters(field, found[0], found[1], found[2], found[3]);
    }

    boolean isOne(char c) {
        return c == field || c == component || c == repetition || c == escape || c == subcomponent;
    }
}

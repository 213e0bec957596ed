package hmnet.formats.base.hl7;

/// A stretch of a message's text (範囲) that can be cut further without copying.
@SuppressWarnings("ArrayRecordComponent") // a window on a text that never changes
record Span(char[] text, int from, int to) {
    /// The n-th part between separators, from 1; an empty stretch beyond the last.
    Span part(char separator, int n) {
        int start = from;
        int seen = 1;
        for (int i = from; i < to; i++) {
            if (text[i] == separator) {
                if (seen == n) {
                    return new Span(text, start, i);
                }
                seen++;
                start = i + 1;
            }
        }
        return seen == n ? new Span(text, start, to) : new Span(text, to, to);
    }

    int parts(char separator) {
        int count = from == to ? 0 : 1;
        for (int i = from; i < to; i++) {
            if (text[i] == separator) {
                count++;
            }
        }
        return count;
    }

    boolean isNull() {
        return to - from == 2 && text[from] == '"' && text[from + 1] == '"';
    }

    @Override
    public String toString() {
        return from == to ? "" : new String(text, from, to - from);
    }
}

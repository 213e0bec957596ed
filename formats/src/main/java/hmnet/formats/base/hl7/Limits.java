package hmnet.formats.base.hl7;

/// How large a message may be before any work is done on it (上限): a parser that copies first and counts
/// later can be kept busy for minutes by 200 kB of `~`.
public record Limits(int bytes, int segments, int fields, int repetitions, int components) {
    public static final Limits USUAL = new Limits(32 << 20, 20_000, 500, 200, 200);

    void check(char[] text, int from, int to, Delimiters delimiters) throws BadMessage {
        int segmentCount = 0;
        int at = from;
        while (at < to) {
            if (++segmentCount > segments) {
                throw new BadMessage("too-many-segments", "more than " + segments);
            }
            at = checkLine(text, at, to, delimiters) + 1;
        }
    }

    private int checkLine(char[] text, int from, int to, Delimiters delimiters) throws BadMessage {
        int fieldCount = 0;
        int repetitionCount = 0;
        int componentCount = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '\r' || c == '\n') {
                return i;
            } else if (c == delimiters.field()) {
                repetitionCount = 0;
                componentCount = 0;
                if (++fieldCount > fields) {
                    throw new BadMessage("too-many-fields", "more than " + fields + " in one segment");
                }
            } else if (c == delimiters.repetition()) {
                componentCount = 0;
                if (++repetitionCount > repetitions) {
                    throw new BadMessage("too-many-repetitions", "more than " + repetitions + " in one field");
                }
            } else if (c == delimiters.component() || c == delimiters.subcomponent()) {
                if (++componentCount > components) {
                    throw new BadMessage("too-many-components", "more than " + components + " in one field");
                }
            }
        }
        return to;
    }
}

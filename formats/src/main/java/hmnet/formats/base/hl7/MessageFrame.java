package hmnet.formats.base.hl7;

/// Where a message lies among the bytes around it (枠): 0B … 1C 0D of MLLP, the 1C that ends an SS-MIX2
/// file, blank lines.
///
/// @param closed whether the last segment ended as it should; if not, the file may have been cut
record MessageFrame(int from, int to, boolean closed) {
    static MessageFrame of(byte[] bytes) throws BadMessage {
        int from = 0;
        int to = bytes.length;
        if (to >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
            from = 3;
        }
        while (from < to && (bytes[from] == 0x0B || isBlank(bytes[from]))) {
            from++;
        }
        boolean closed = false;
        while (to > from && isEnd(bytes[to - 1])) {
            closed |= bytes[to - 1] != ' ';
            to--;
        }
        if (from == to) {
            throw new BadMessage("empty", bytes.length + " bytes without content");
        }
        if (to - from < 4 || bytes[from] != 'M' || bytes[from + 1] != 'S' || bytes[from + 2] != 'H') {
            throw new BadMessage("not-hl7", "does not begin with MSH");
        }
        return new MessageFrame(from, to, closed);
    }

    private static boolean isBlank(byte b) {
        return b == '\r' || b == '\n' || b == ' ' || b == '\t';
    }

    /// 1A is the end mark of old Windows text files.
    private static boolean isEnd(byte b) {
        return b == 0x1C || b == 0x1A || b == '\r' || b == '\n' || b == ' ';
    }
}

package hmnet.formats.ssmix2;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The transactions of a file, parted by the messages in it (トランザクションの切り出し).
final class TransactionSlices {
    private static final Pattern DELETED = Pattern.compile("(?<![0-9A-Za-z])DEL(?![0-9A-Za-z])");
    private static final byte[] START = "MSH|^~\\&|".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 100_000;
    private static final int HEADER_MAX = 4096;

    private TransactionSlices() {}

    static List<TransactionFile.Transaction> cut(byte[] bytes) throws Unreadable {
        if (bytes.length > Limits.USUAL.bytes()) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var transactions = new ArrayList<TransactionFile.Transaction>();
        int headerStart = 0;
        int start = next(bytes, 0);
        while (start >= 0) {
            int following = next(bytes, start + START.length);
            int end = following < 0 ? bytes.length : headerOf(bytes, start, following);
            if (transactions.size() == MOST) {
                throw new Unreadable("too-many-messages", 0, "", "more than " + MOST);
            }
            int from = Math.max(headerStart, start - HEADER_MAX);
            var header = new String(bytes, from, start - from, StandardCharsets.ISO_8859_1);
            transactions.add(new TransactionFile.Transaction(
                    header.strip(),
                    DELETED.matcher(header).find(),
                    Arrays.copyOfRange(bytes, start, end),
                    transactions.size() + 1));
            headerStart = end;
            start = following;
        }
        if (transactions.isEmpty()) {
            throw new Unreadable(bytes.length == 0 ? "empty" : "not-hl7", 0, "", "no message in it");
        }
        return transactions;
    }

    private static int next(byte[] bytes, int from) {
        for (int i = from; i <= bytes.length - START.length; i++) {
            if (bytes[i] == 'M' && Arrays.equals(bytes, i, i + START.length, START, 0, START.length)) {
                return i;
            }
        }
        return -1;
    }

    /// Where the header of the message at `following` begins: behind the 1C of the one before, else with its
    /// line, or with the line before it when that is no segment.
    private static int headerOf(byte[] bytes, int start, int following) {
        int line = lineStart(bytes, start, following);
        if (line == following && line > start) {
            int end = line;
            while (end > start && (bytes[end - 1] == '\r' || bytes[end - 1] == '\n')) {
                end--;
            }
            int before = lineStart(bytes, start, end);
            boolean segment = end == before
                    || end - before > 4 && Character.isUpperCase(bytes[before]) && bytes[before + 3] == '|';
            return segment ? following : before;
        }
        return line;
    }

    private static int lineStart(byte[] bytes, int start, int at) {
        int i = at;
        while (i > start && bytes[i - 1] != '\r' && bytes[i - 1] != '\n' && bytes[i - 1] != 0x1C) {
            i--;
        }
        return i;
    }
}

package hmnet.formats.ssmix2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Limits;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A file of the transaction storage, read (トランザクションデータファイル):
/// `TR_YYYYMMDDHHMMSSFFF_nnnnn.DAT`, messages appended one after another, each behind a word of what was done
/// (INS, DEL).
///
/// What else stands before a message differs from maker to maker: a file name among it is believed, the rest
/// is kept.
final class TransactionFile implements FacilityFile {
    private static final Pattern NAME = Pattern.compile("(?i)TR_[0-9]{8,17}(_[0-9]{1,8})?\\.DAT");
    private static final Pattern DELETED = Pattern.compile("(?<![0-9A-Za-z])DEL(?![0-9A-Za-z])");
    private static final byte[] START = "MSH|^~\\&|".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 100_000;
    private static final int HEADER_MAX = 4096;

    /// One transaction.
    ///
    /// @param header what stands before the message
    @SuppressWarnings("ArrayRecordComponent") // a part of the file, compared nowhere
    public record Transaction(String header, boolean deletes, byte[] message, int number) {}

    private final List<Transaction> transactions;
    private final List<Sheet> sheets;
    private final List<Note> notes;

    private TransactionFile(List<Transaction> transactions, List<Sheet> sheets, List<Note> notes) {
        this.transactions = List.copyOf(transactions);
        this.sheets = List.copyOf(sheets);
        this.notes = List.copyOf(notes);
    }

    static boolean isNamed(String path) {
        return NAME.matcher(path.substring(path.replace('\\', '/').lastIndexOf('/') + 1))
                .matches();
    }

    public static TransactionFile read(byte[] bytes) throws Unreadable {
        var transactions = cut(bytes);
        var sheets = new ArrayList<Sheet>();
        var notes = new ArrayList<Note>();
        for (var transaction : transactions) {
            var file = file(transaction);
            file.notes().forEach(note -> notes.add(placed(note, transaction.number())));
            file.sheets().forEach(sheet -> sheets.add(transaction.deletes() ? deleted(sheet) : sheet));
        }
        return new TransactionFile(transactions, sheets, notes);
    }

    private static FacilityFile file(Transaction transaction) throws Unreadable {
        for (var token : transaction.header().split("[,\\t|^ ]", -1)) {
            if (Ssmix2File.looksLike(token)) {
                return Ssmix2File.read(transaction.message(), token);
            }
        }
        try {
            return Hl7File.read(transaction.message());
        } catch (Unreadable bad) {
            throw new Unreadable(
                    bad.note().code(),
                    bad.note().line(),
                    "transaction " + transaction.number(),
                    bad.note().text());
        }
    }

    private static Note placed(Note note, int number) {
        return new Note(note.code(), note.severity(), 0, "transaction " + number + " " + note.field(), note.text());
    }

    private static Sheet deleted(Sheet sheet) {
        return new Sheet(
                sheet.patient(),
                sheet.person(),
                sheet.insured(),
                sheet.source(),
                sheet.version(),
                sheet.at(),
                true,
                false,
                List.of());
    }

    private static List<Transaction> cut(byte[] bytes) throws Unreadable {
        if (bytes.length > Limits.USUAL.bytes()) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var transactions = new ArrayList<Transaction>();
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
            transactions.add(new Transaction(
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

    public List<Transaction> transactions() {
        return transactions;
    }

    @Override
    public Format format() {
        return Format.SSMIX2;
    }

    @Override
    public String version() {
        return "";
    }

    @Override
    public String kind() {
        return "トランザクション";
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }
}

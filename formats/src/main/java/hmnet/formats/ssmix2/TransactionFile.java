package hmnet.formats.ssmix2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.model.chart.Sheet;
import java.util.ArrayList;
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

    /// One transaction.
    ///
    /// @param header what stands before the message
    @SuppressWarnings("ArrayRecordComponent") // a part of the file, compared nowhere
    public record Transaction(String header, boolean deletes, byte[] message, int number) {}

    private final List<Transaction> transactions;
    private final List<Sheet> sheets;
    private final List<Sheet> doubted;
    private final List<Note> notes;

    private TransactionFile(List<Transaction> transactions, List<Sheet> sheets, List<Sheet> doubted, List<Note> notes) {
        this.transactions = List.copyOf(transactions);
        this.sheets = List.copyOf(sheets);
        this.doubted = List.copyOf(doubted);
        this.notes = List.copyOf(notes);
    }

    static boolean isNamed(String path) {
        return NAME.matcher(path.substring(path.replace('\\', '/').lastIndexOf('/') + 1))
                .matches();
    }

    public static TransactionFile read(byte[] bytes) throws Unreadable {
        var transactions = TransactionSlices.cut(bytes);
        var sheets = new ArrayList<Sheet>();
        var doubted = new ArrayList<Sheet>();
        var notes = new ArrayList<Note>();
        for (var transaction : transactions) {
            var file = file(transaction);
            file.notes().forEach(note -> notes.add(placed(note, transaction.number())));
            file.sheets().forEach(sheet -> sheets.add(transaction.deletes() ? deleted(sheet) : sheet));
            doubted.addAll(file.doubted());
        }
        return new TransactionFile(transactions, sheets, doubted, notes);
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

    @Override
    public List<Sheet> doubted() {
        return doubted;
    }
}

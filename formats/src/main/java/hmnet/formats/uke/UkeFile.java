package hmnet.formats.uke;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A month's receipts as sent to the insurers (レセプト電算ファイル UKE), 医科, DPC, 歯科 or 調剤.
///
/// Fields are found by layouts kept as data (`layouts.csv`), chosen by the month of care. Records and columns
/// that no layout names are kept and noted. A file without its last record GO is cut and refused.
public final class UkeFile implements FacilityFile {
    private static final Map<Format, String> KINDS =
            Map.of(Format.UKE_DPC, "DPC", Format.UKE_SHIKA, "歯科", Format.UKE_CHOZAI, "調剤");
    private static final int BYTES = 8 << 20;
    private static final int LINES = 200_000;
    private static final int HEAD = 8192;
    private static final Pattern HEADER = Pattern.compile("(UK|IR|YK),\\d?,\\d{0,2},(\\d?)");

    /// What the reviewers send back (返戻・審査結果): a mark, the line's number and a branch before each record.
    private static final Pattern RETURNED = Pattern.compile("^\\s*[12],\\d{1,6},\\d{1,4},(MN|UK|IR|YK|RE),");

    private static final Pattern START =
            Pattern.compile("^\\s*(UK|IR|YK),\\d?,\\d{0,2},\\d?,|(^|[\r\n])RE,\\d{1,6},[0-9]{4},[0-9]{5,6},");

    private final List<RecordLine> lines;
    private final Format format;
    private final List<Receipt> receipts;
    private final List<Note> notes;

    private UkeFile(List<RecordLine> lines, Format format, List<Receipt> receipts, List<Note> notes) {
        this.lines = lines;
        this.format = format;
        this.receipts = receipts;
        this.notes = notes;
    }

    public static boolean looksLike(byte[] head, String name) {
        var text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        var plain = text.startsWith("ï»¿") ? text.substring(3) : text;
        return START.matcher(plain).find() || RETURNED.matcher(plain).find();
    }

    /// The name of a column of a receipt's record, from 1; empty where no layout names it.
    public static String columnName(Format format, String tag, int column) {
        return Layouts.columns(format, "999999", tag).entrySet().stream()
                .filter(named -> named.getValue() == column && !named.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /// Which kind of receipts a file means to hold, readable or not: by its first record and its table of points.
    public static Format meant(byte[] bytes) {
        var header = HEADER.matcher(new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1));
        if (!header.find()) {
            return Format.UKE_IKA;
        }
        return header.group(1).equals("YK") || header.group(2).equals("4")
                ? Format.UKE_CHOZAI
                : header.group(1).equals("UK") || header.group(2).equals("3") ? Format.UKE_SHIKA : Format.UKE_IKA;
    }

    public static UkeFile read(byte[] bytes) throws Unreadable {
        var records = Records.read(bytes, RecordForm.MS932.upTo(BYTES, LINES));
        var first = records.lines().getFirst();
        if (RETURNED.matcher(String.join(",", first.columns())).find()) {
            throw new Unreadable(
                    "returned",
                    first.number(),
                    first.at(3),
                    "sent back by the reviewers: the file as claimed is needed");
        }
        var reading = new ReceiptSplit(records);
        var receipts = reading.receipts();
        return new UkeFile(records.lines(), reading.format(), receipts, reading.notes());
    }

    @Override
    public Format format() {
        return format;
    }

    /// The month of care of its first receipt, by which its layout was chosen.
    @Override
    public String version() {
        return receipts.getFirst().month().toString();
    }

    @Override
    public String kind() {
        return KINDS.getOrDefault(format, "医科");
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    /// Every line as it came.
    public List<RecordLine> lines() {
        return lines;
    }

    @Override
    public List<Sheet> sheets() {
        return ReceiptSheet.of(receipts);
    }
}

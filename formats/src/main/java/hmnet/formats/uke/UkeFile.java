package hmnet.formats.uke;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordLine;
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
/// that no layout names are kept and noted. A file without its last record GO is cut and refused. Up to 128 MB:
/// a hospital cannot send its month in parts. Of a large file one receipt at a time is in memory.
public final class UkeFile implements FacilityFile {
    private static final Map<Format, String> KINDS =
            Map.of(Format.UKE_DPC, "DPC", Format.UKE_SHIKA, "歯科", Format.UKE_CHOZAI, "調剤");
    private static final int HEAD = 8192;
    private static final Pattern HEADER = Pattern.compile("(UK|IR|YK),\\d?,\\d{0,2},(\\d?)");

    /// What the reviewers send back (返戻・審査結果): a mark, the line's number and a branch before each record.
    private static final Pattern RETURNED = Pattern.compile("^\\s*[12],\\d{1,6},\\d{1,4},(MN|UK|IR|YK|RE),");

    private static final Pattern START =
            Pattern.compile("^\\s*(UK|IR|YK),\\d?,\\d{0,2},\\d?,|(^|[\r\n])RE,\\d{1,6},[0-9]{4},[0-9]{5,6},");

    private final Receipts receipts;

    private UkeFile(Receipts receipts) {
        this.receipts = receipts;
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

    /// @throws Unreadable `returned`, `no-receipt`, `cut`, `month-missing`, `patient-missing`, `code-missing`,
    /// `too-many-items`, `not-a-receipt`, or what `Records.read` throws
    public static UkeFile read(byte[] bytes) throws Unreadable {
        return new UkeFile(Receipts.of(bytes));
    }

    /// @throws Unreadable `returned`
    static void notReturned(RecordLine first) throws Unreadable {
        if (RETURNED.matcher(String.join(",", first.columns())).find()) {
            throw new Unreadable(
                    "returned",
                    first.number(),
                    first.at(3),
                    "sent back by the reviewers: the file as claimed is needed");
        }
    }

    @Override
    public Format format() {
        return receipts.format();
    }

    /// The month of care of its first receipt, by which its layout was chosen.
    @Override
    public String version() {
        return receipts.month().toString();
    }

    @Override
    public String kind() {
        return KINDS.getOrDefault(format(), "医科");
    }

    @Override
    public List<Note> notes() {
        return receipts.notes();
    }

    /// Every line of a small file as it came; none of a large one.
    public List<RecordLine> lines() {
        return receipts.first();
    }

    @Override
    public List<Sheet> sheets() {
        return receipts.sheets();
    }
}

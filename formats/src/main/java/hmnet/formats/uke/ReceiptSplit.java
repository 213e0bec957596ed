package hmnet.formats.uke;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.file.Format;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lines of a receipt file told apart into receipts (レセプトの切り分け).
final class ReceiptSplit {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final Set<String> HEADERS = Set.of("UK", "IR", "YK");
    private static final int ITEMS = 200_000;
    private static final Set<String> CODED = Set.of("SY", "SI", "IY", "TO", "SS", "HS", "SB");

    private final Records records;
    private final Format format;
    private final List<Note> notes;
    private final Set<String> noted = new HashSet<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Map<String, Map<String, Map<String, Integer>>> layouts = new HashMap<>();
    private @Nullable YearMonth claimed;
    private String volume = "00";
    private int days;
    private int dispensings;
    private int drugs;

    ReceiptSplit(Records records) throws Unreadable {
        this.records = records;
        this.notes = new ArrayList<>(records.notes());
        this.format = format(records.lines());
    }

    Format format() {
        return format;
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    List<Receipt> receipts() throws Unreadable {
        var receipts = new ArrayList<Receipt>();
        var month = "999999";
        boolean ended = false;
        List<ReceiptRow> open = null;
        for (var line : records.lines()) {
            var tag = line.tag();
            var row = new ReceiptRow(line, columns(month, tag));
            if (HEADERS.contains(tag)) {
                header(row);
                open = null;
            } else if (tag.equals("RE")) {
                var care = care(row);
                month = care.format(MONTH);
                open = new ArrayList<>();
                receipts.add(new Receipt(format, row, care, claimed == null ? care : claimed, open));
            } else if (tag.equals("GO")) {
                ended = true;
                open = null;
                total(row, receipts.size());
            } else if (open == null) {
                once("record-out-of-place", line, tag);
            } else {
                open.add(checked(row));
            }
        }
        if (receipts.isEmpty()) {
            throw new Unreadable("no-receipt", 0, "RE", "a file of receipts without a receipt");
        }
        if (!ended && volume.equals("00")) {
            throw new Unreadable("cut", records.lines().getLast().number(), "GO", "the last record GO is missing");
        }
        if (!HEADERS.contains(records.lines().getFirst().tag())) {
            notes.addFirst(
                    Note.repair("header-missing", 1, records.lines().getFirst().tag(), "no IR, UK or YK"));
        }
        unknown.forEach((tag, count) -> notes.add(Note.info("record-unknown", 0, tag, count + " kept, not filed")));
        return List.copyOf(receipts);
    }

    /// Looked for once for each record and month: a file has many lines and few kinds of them.
    private Map<String, Integer> columns(String month, String tag) {
        return layouts.computeIfAbsent(month, any -> new HashMap<>())
                .computeIfAbsent(tag, any -> Layouts.columns(format, month, tag));
    }

    private ReceiptRow checked(ReceiptRow row) throws Unreadable {
        var line = row.line();
        count(row);
        if (!row.isKnown()) {
            unknown.merge(row.tag(), 1, Integer::sum);
        } else if (row.isLonger()) {
            once("columns-beyond", line, row.tag());
        }
        if (CODED.contains(row.tag()) && row.isKnown() && code(row).isEmpty() && !row.has("傷病名")) {
            throw new Unreadable(
                    "code-missing",
                    line.number(),
                    row.tag(),
                    String.join(",", line.columns()).replaceAll(",+$", ""));
        }
        return row;
    }

    /// Each day of a row becomes an item, each drug of a pharmacy one for each dispensing: counted before it
    /// does.
    private void count(ReceiptRow row) throws Unreadable {
        switch (row.tag()) {
            case "SH" -> {
                dispensings = 0;
                drugs = 0;
            }
            case "CZ" -> dispensings++;
            case "IY", "TO" -> drugs++;
            default -> {} // no others multiply
        }
        if (format == Format.UKE_CHOZAI) {
            days += row.tag().equals("CZ") ? drugs : row.tag().equals("IY") ? dispensings : 0;
        } else {
            days += row.days().size();
        }
        if (days > ITEMS) {
            throw new Unreadable("too-many-items", row.line().number(), row.tag(), "more than " + ITEMS);
        }
    }

    private static String code(ReceiptRow row) {
        return row.at("コード").isEmpty() ? row.at("傷病名コード") : row.at("コード");
    }

    private void header(ReceiptRow row) {
        var said = JapaneseDate.month(row.at("請求年月"));
        if (said != null) {
            claimed = said;
        }
        if (row.has("マルチボリューム")) {
            volume = row.at("マルチボリューム");
        }
    }

    private YearMonth care(ReceiptRow row) throws Unreadable {
        var month = JapaneseDate.month(row.at("診療年月"));
        if (month == null) {
            throw new Unreadable("month-missing", row.line().number(), "RE[3]", row.at("診療年月"));
        }
        if (row.at("氏名").isEmpty() && row.at("カルテ番号").isEmpty()) {
            throw new Unreadable("patient-missing", row.line().number(), "RE[4]", "neither a name nor a chart number");
        }
        if (row.at("氏名").isEmpty()) {
            notes.add(Note.info("name-missing", row.line().number(), "RE[4]", "known by the chart number alone"));
        }
        return month;
    }

    /// Totals are compared and told, never trusted.
    private void total(ReceiptRow row, int receipts) {
        int said = ReceiptRow.number(row.at("件数"));
        if (said != receipts) {
            notes.add(Note.info("total-differs", row.line().number(), "GO[1]", said + " said, " + receipts + " found"));
        }
    }

    private void once(String code, RecordLine line, String field) {
        if (noted.add(code + field)) {
            notes.add(Note.info(code, line.number(), field, line.size() + " columns"));
        }
    }

    private static Format format(List<RecordLine> lines) throws Unreadable {
        var tags = lines.stream().map(RecordLine::tag).collect(Collectors.toSet());
        var header = lines.stream().filter(line -> HEADERS.contains(line.tag())).findFirst();
        var table = header.map(line -> line.at(3)).orElse("");
        if (tags.contains("YK") || table.equals("4") || tags.contains("CZ") || tags.contains("SH")) {
            return Format.UKE_CHOZAI;
        }
        if (tags.contains("UK") || table.equals("3") || tags.contains("HS") || tags.contains("SS")) {
            return Format.UKE_SHIKA;
        }
        if (tags.contains("BU") || tags.contains("SB") || tags.contains("HH")) {
            return Format.UKE_DPC;
        }
        if (table.equals("1")
                || tags.contains("RE") && (tags.contains("SI") || tags.contains("SY") || tags.contains("HO"))) {
            return Format.UKE_IKA;
        }
        throw new Unreadable("not-a-receipt", 1, lines.getFirst().tag(), "neither 医科 nor DPC, 歯科, 調剤");
    }
}

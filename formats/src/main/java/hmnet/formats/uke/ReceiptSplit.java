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
    /// Of one receipt, and of all of a file.
    private static final int ITEMS = 200_000;

    private static final int ALL_ITEMS = 20_000_000;

    /// Remarks of one kind that are listed.
    private static final int LISTED = 20;
    private static final Set<String> CODED = Set.of("SY", "SI", "IY", "TO", "SS", "HS", "SB");

    private final Format format;
    private final List<Note> notes;
    private final Set<String> noted = new HashSet<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Map<String, Map<String, Map<String, Integer>>> layouts = new HashMap<>();
    private @Nullable YearMonth claimed;
    private String volume = "00";
    private final List<Receipt> receipts = new ArrayList<>();
    private @Nullable List<ReceiptRow> open;
    private @Nullable RecordLine first;
    private String month = "999999";
    private boolean ended;
    private int found;
    private int line;
    private int nameless;
    private int days;
    private int allDays;
    private int dispensings;
    private int drugs;

    /// @param notes that the file has already
    /// @param claimed the month it was sent in, where it is known before
    ReceiptSplit(Format format, List<Note> notes, @Nullable YearMonth claimed) {
        this.format = format;
        this.notes = new ArrayList<>(notes);
        this.claimed = claimed;
    }

    /// All receipts of a file that is split already.
    static ReceiptSplit of(Records records) throws Unreadable {
        var lines = records.lines();
        var tags = lines.stream().map(RecordLine::tag).collect(Collectors.toSet());
        var split = new ReceiptSplit(format(tags, lines), records.notes(), null);
        for (var line : lines) {
            split.take(line);
        }
        split.end();
        return split;
    }

    Format format() {
        return format;
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    @Nullable
    YearMonth claimed() {
        return claimed;
    }

    /// Those found since this was asked last.
    List<Receipt> receipts() {
        var taken = List.copyOf(receipts);
        receipts.clear();
        return taken;
    }

    void take(RecordLine next) throws Unreadable {
        var tag = next.tag();
        first = first == null ? next : first;
        line = next.number();
        var row = new ReceiptRow(next, columns(month, tag));
        if (HEADERS.contains(tag)) {
            header(row);
            open = null;
        } else if (tag.equals("RE")) {
            var care = care(row);
            month = care.format(MONTH);
            open = new ArrayList<>();
            days = 0;
            found++;
            receipts.add(new Receipt(format, row, care, claimed == null ? care : claimed, open));
        } else if (tag.equals("GO")) {
            ended = true;
            open = null;
            total(row, found);
        } else if (open == null) {
            once("record-out-of-place", next, tag);
        } else {
            if (tag.equals("KO")) {
                once("not-carried", next, tag);
            }
            open.add(checked(row));
        }
    }

    /// What holds of the whole file.
    void end() throws Unreadable {
        if (found == 0 || first == null) {
            throw new Unreadable("no-receipt", 0, "RE", "a file of receipts without a receipt");
        }
        if (!ended && volume.equals("00")) {
            throw new Unreadable("cut", line, "GO", "the last record GO is missing");
        }
        if (!HEADERS.contains(first.tag())) {
            notes.addFirst(Note.repair("header-missing", 1, first.tag(), "no IR, UK or YK"));
        }
        if (nameless > LISTED) {
            notes.add(Note.info("more-of-the-same", 0, "name-missing", nameless - LISTED + " more"));
        }
        unknown.forEach((tag, count) -> notes.add(Note.info("record-unknown", 0, tag, count + " kept, not filed")));
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
        int before = days;
        if (format == Format.UKE_CHOZAI) {
            days += row.tag().equals("CZ") ? drugs : row.tag().equals("IY") ? dispensings : 0;
        } else {
            days += row.days().size();
        }
        allDays += days - before;
        if (days > ITEMS || allDays > ALL_ITEMS) {
            int most = days > ITEMS ? ITEMS : ALL_ITEMS;
            throw new Unreadable("too-many-items", row.line().number(), row.tag(), "more than " + most);
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
        if (row.at("氏名").isEmpty() && nameless++ < LISTED) {
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

    /// @param tags of all records of the file
    /// @param lines its first ones at least
    static Format format(Set<String> tags, List<RecordLine> lines) throws Unreadable {
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

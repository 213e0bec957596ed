package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.TextDecoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Tables that institutions send instead of XML (健診CSV): a person a row, an item a column, items named by
/// their codes in a line above; or the `KENSA` lines of the 日医 software, items in groups of eight.
final class KenshinTable {
    private static final int BYTES = 8 << 20;
    private static final RecordForm FORM =
            RecordForm.MS932.withQuotes().orUtf8().withColumns(2_000, 1_000_000);
    private static final String KENSA = "KENSA";

    private KenshinTable() {}

    static boolean looksLike(byte[] head) {
        var start = new String(head, 0, Math.min(head.length, 8192), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\"KENSA\"")
                || start.startsWith("KENSA,")
                || start.startsWith("#KEY1,")
                || start.contains("\n#KEY1,")) {
            return true;
        }
        return !start.contains("<") && !start.startsWith("{") && start.lines().anyMatch(KenshinTable::isHeading);
    }

    /// Codes in one line are its columns; one a line they are a laboratory's results.
    private static boolean isHeading(String line) {
        int codes = 0;
        for (var cell : line.split(",", -1)) {
            var text = cell.replace("\"", "").strip();
            codes += Items.isCode(text) && Items.of(text) != null ? 1 : 0;
        }
        return codes >= 3;
    }

    static KenshinFile read(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty", 0, "", "the file is empty");
        }
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", "a table larger than " + BYTES + " bytes");
        }
        if (!looksLike(bytes)) {
            throw new Unreadable("not-kenshin", 1, "", "neither XML of check-ups nor a table with their items");
        }
        var notes = new ArrayList<Note>();
        var decoded = TextDecoding.of(bytes, "");
        if (decoded.charset().equals(StandardCharsets.UTF_8)
                && !decoded.text().chars().allMatch(c -> c < 128)) {
            notes.add(Note.info("charset-utf8", 1, "", "UTF-8 where Windows-31J is usual"));
        }
        if (decoded.text().indexOf('\0') >= 0) {
            throw new Unreadable("charset", 0, "", "a NUL character");
        }
        var rows = rows(decoded.text());
        boolean kensa = rows.stream().anyMatch(row -> row.at(0).equals(KENSA));
        var checkups = kensa ? new KensaLines(notes).read(rows) : new ColumnTable(notes).read(rows);
        boolean persons = !checkups.isEmpty();
        return new KenshinFile(kensa ? KENSA : "", persons ? "健診CSV" : "決済CSV", null, checkups, List.of(), null, notes);
    }

    /// A quote that does not end says here that the file was cut.
    private static List<RecordLine> rows(String text) throws Unreadable {
        try {
            return Records.lines(text, FORM).stream()
                    .filter(line -> line.columns().stream().anyMatch(cell -> !cell.isBlank()))
                    .toList();
        } catch (Unreadable bad) {
            throw bad.note().code().equals("quote-not-closed")
                    ? new Unreadable(
                            "truncated", bad.note().line(), "", bad.note().text())
                    : bad;
        }
    }

    /// What a cell of an item's column says.
    static CheckupItem item(String code, String name, String cell, int line, List<Note> notes) {
        var known = Items.of(code);
        var type = known == null ? cell.matches("-?[0-9]+(\\.[0-9]+)?") ? "PQ" : "ST" : known.type();
        boolean outside = type.equals("PQ") && (cell.equals("H") || cell.equals("L"));
        var state = switch (cell) {
            case "未実施" -> CheckupItem.State.NOT_DONE;
            case "測定不能" -> CheckupItem.State.NOT_MEASURABLE;
            default -> CheckupItem.State.MEASURED;
        };
        boolean value = state == CheckupItem.State.MEASURED && !outside;
        if (value && type.equals("PQ") && !cell.matches("-?[0-9]+(\\.[0-9]+)?")) {
            notes.add(Note.info("not-a-number", line, code, cell));
            type = "ST";
        }
        return new CheckupItem(
                "",
                code,
                Oids.ITEMS,
                name.isEmpty() ? Items.name(code) : name,
                value ? type : "",
                value ? cell : "",
                value && known != null && type.equals("PQ") ? known.unit() : "",
                "",
                known == null ? "" : known.results(),
                state,
                outside ? cell : "",
                "",
                "",
                known == null ? "" : known.method(),
                "",
                List.of());
    }

    static void check(Examinee examinee, int line, List<Note> notes) {
        if (examinee.born() == null) {
            notes.add(Note.info("birth-date", line, "birthTime", examinee.birthDate()));
        }
        if (!examinee.sex().matches("[12]")) {
            notes.add(Note.info("sex", line, "sex", examinee.sex()));
        }
    }

    static void distinct(List<Checkup> checkups) throws Unreadable {
        var seen = new HashSet<Object>();
        for (var checkup : checkups) {
            if (!seen.add(List.of(checkup.examinee(), checkup.done()))) {
                throw new Unreadable("row-twice", 0, checkup.examinee().key(), "the same person and day in two rows");
            }
        }
    }

    static boolean isDay(String text) {
        return Hl7Time.date(text) != null;
    }
}

package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table with a person a row (一人一行の表): headings name the person's columns by `columns.csv`, items by
/// their codes; lines with `#` are headings and comments.
final class ColumnTable {
    private static final Map<String, String> HEADINGS = Table.read(ColumnTable.class, "columns.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(1), row -> row.get(0)));

    private final List<Note> notes;
    private final Map<String, Integer> person = new HashMap<>();
    private final List<Integer> items = new ArrayList<>();

    ColumnTable(List<Note> notes) {
        this.notes = notes;
    }

    List<Checkup> read(List<RecordLine> rows) throws Unreadable {
        int head = heading(rows);
        var headings = rows.get(head);
        sort(headings);
        var checkups = new ArrayList<Checkup>();
        var names = rows.get(Math.min(head + 1, rows.size() - 1));
        boolean named = names.at(0).startsWith("#");
        for (var row : rows.subList(head + 1, rows.size())) {
            if (!row.at(0).startsWith("#") && person.containsKey("name")) {
                checkups.add(checkup(row, headings, named ? names : null));
            }
        }
        if (!person.containsKey("name")) {
            notes.add(Note.info("no-person", headings.number(), "", "no column names a person"));
        }
        KenshinTable.distinct(checkups);
        return List.copyOf(checkups);
    }

    private static int heading(List<RecordLine> rows) throws Unreadable {
        for (int i = 0; i < Math.min(rows.size(), 20); i++) {
            long known = rows.get(i).columns().stream()
                    .filter(ColumnTable::isHeading)
                    .count();
            if (known >= 2) {
                return i;
            }
        }
        throw new Unreadable("heading-missing", 1, "", "no line names the columns");
    }

    private static boolean isHeading(String cell) {
        var text = plain(cell);
        return HEADINGS.containsKey(text) || Items.isCode(text) || text.contains("窓口負担") || text.contains("単価");
    }

    private static String plain(String cell) {
        var text = cell.strip();
        return text.startsWith("#") ? text.substring(1) : text;
    }

    private void sort(RecordLine headings) {
        for (int i = 0; i < headings.columns().size(); i++) {
            var text = plain(headings.columns().get(i));
            var field = HEADINGS.get(text);
            if (field != null) {
                person.putIfAbsent(field, i);
            } else if (Items.isCode(text)) {
                items.add(i);
            } else if (!text.isEmpty()) {
                notes.add(Note.info("column-unknown", headings.number(), String.valueOf(i + 1), text));
            }
        }
    }

    private Checkup checkup(RecordLine row, RecordLine headings, @Nullable RecordLine names) throws Unreadable {
        int width = headings.columns().size();
        if (row.columns().size() > width
                && row.columns().subList(width, row.columns().size()).stream().anyMatch(c -> !c.isBlank())) {
            throw new Unreadable(
                    "columns", row.number(), String.valueOf(width + 1), "more columns than the heading names");
        }
        if (row.columns().size() < width) {
            notes.add(Note.info(
                    "row-short", row.number(), String.valueOf(row.columns().size()), "of " + width + " columns"));
        }
        var examinee = examinee(row);
        var results = new ArrayList<CheckupItem>();
        for (int column : items) {
            var cell = row.at(column);
            if (!cell.isEmpty()) {
                var name = names == null ? "" : names.at(column);
                results.add(KenshinTable.item(plain(headings.columns().get(column)), name, cell, row.number(), notes));
            }
        }
        var done = Dates.of(at(row, "done"));
        if (!results.isEmpty() && !KenshinTable.isDay(done)) {
            throw new Unreadable("date", row.number(), "健診実施年月日", at(row, "done"));
        }
        var institution = new Institution(at(row, "institution"), at(row, "institutionName"), "", "", "");
        var ticket = at(row, "ticket").isEmpty()
                ? null
                : new Ticket("1", at(row, "ticket"), examinee.insurer(), Dates.of(at(row, "expires")));
        var sections = List.of(new Checkup.CheckupSection("01010", "", "", List.copyOf(results)));
        return new Checkup(
                "10",
                "010",
                done,
                done,
                examinee,
                institution,
                institution,
                ticket,
                results.isEmpty() ? List.of() : sections);
    }

    private Examinee examinee(RecordLine row) throws Unreadable {
        var examinee = new Examinee(
                at(row, "key"),
                at(row, "insurer"),
                at(row, "symbol"),
                at(row, "number"),
                at(row, "branch"),
                at(row, "name"),
                Dates.of(at(row, "birth")),
                at(row, "sex"),
                at(row, "postal"),
                at(row, "address"));
        if (examinee.kana().isEmpty()
                && examinee.number().isEmpty()
                && examinee.key().isEmpty()) {
            throw new Unreadable("patient", row.number(), "", "nobody is named");
        }
        KenshinTable.check(examinee, row.number(), notes);
        return examinee;
    }

    private String at(RecordLine row, String field) {
        var column = person.get(field);
        return column == null ? "" : row.at(column);
    }
}

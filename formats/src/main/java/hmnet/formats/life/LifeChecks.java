package hmnet.formats.life;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What is asked of the columns and rows of a LIFE file (LIFEの検査).
final class LifeChecks {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private LifeChecks() {}

    static void checkColumns(String form, List<String> columns, RecordLine line, List<Note> notes) throws Unreadable {
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new Unreadable("column-twice", line.number(), "", "a column id stands twice");
        }
        if (!LifeItem.isKnown(form)) {
            notes.add(Note.info("layout-unknown", 1, form, "read by its own column ids"));
            return;
        }
        for (var column : columns) {
            if (LifeItem.of(form, column).isEmpty()) {
                notes.add(Note.info("column-unknown", line.number(), column, "kept under its id"));
            }
        }
    }

    static LifeRow row(String form, List<String> columns, RecordLine line, boolean ended, List<Note> notes)
            throws Unreadable {
        for (int i = columns.size(); i < line.size(); i++) {
            if (line.has(i)) {
                throw new Unreadable("columns-beyond", line.number(), "[" + i + "]", line.at(i));
            }
        }
        if (line.size() < columns.size()) {
            if (!ended) {
                throw new Unreadable("cut", line.number(), "", line.size() + " of " + columns.size() + " columns");
            }
            notes.add(Note.repair("row-short", line.number(), "", line.size() + " of " + columns.size() + " columns"));
        }
        return new LifeRow(form, columns, line);
    }

    static LifeRow checked(LifeRow row, List<Note> notes) throws Unreadable {
        int line = row.line().number();
        if (row.at("insured_no").isEmpty()) {
            throw new Unreadable("patient-missing", line, "insured_no", "no number of the insured");
        }
        for (var column : row.columns()) {
            var item = LifeItem.of(row.form(), column).orElse(null);
            var value = row.at(column);
            if (item != null && !value.isEmpty() && !fits(item, value)) {
                notes.add(Note.info("value-odd", line, column, value));
            }
        }
        return row;
    }

    private static boolean fits(LifeItem item, String value) {
        return switch (item.type()) {
            case 'N' -> NUMBER.matcher(value).matches();
            case 'D' -> JapaneseDate.day(value) != null;
            default -> true;
        };
    }
}

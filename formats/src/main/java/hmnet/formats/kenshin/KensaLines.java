package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.util.ArrayList;
import java.util.List;

/// Lines of the 日医特定健診システム import (KENSA取込): thirteen columns of the person, then groups of eight.
final class KensaLines {
    private static final int FIRST = 13;
    private static final int GROUP = 8;

    private final List<Note> notes;

    KensaLines(List<Note> notes) {
        this.notes = notes;
    }

    List<Checkup> read(List<Csv.Row> rows) throws Unreadable {
        var checkups = new ArrayList<Checkup>();
        for (var row : rows) {
            if (row.cell(0).equals("KENSA")) {
                checkups.add(checkup(row));
            } else {
                notes.add(Note.info("line-unknown", row.line(), "0", row.cell(0)));
            }
        }
        KenshinTable.distinct(checkups);
        return List.copyOf(checkups);
    }

    private Checkup checkup(Csv.Row row) throws Unreadable {
        var done = Dates.of(row.cell(5));
        if (!KenshinTable.isDay(done)) {
            throw new Unreadable("date", row.line(), "5", row.cell(5));
        }
        var examinee = new Examinee("", "", "", "", "", row.cell(8), Dates.of(row.cell(9)), row.cell(10), "", "");
        if (examinee.kana().isBlank()) {
            throw new Unreadable("patient", row.line(), "8", "nobody is named");
        }
        KenshinTable.check(examinee, row.line(), notes);
        var items = items(row);
        var institution = new Institution(row.cell(1), row.cell(2), "", "", "");
        var ticket = row.cell(7).isEmpty() ? null : new Ticket("1", row.cell(7), "", "");
        return new Checkup(
                "10",
                "010",
                done,
                done,
                examinee,
                institution,
                institution,
                ticket,
                List.of(new Checkup.Section("01010", "", "", items)));
    }

    private List<Item> items(Csv.Row row) throws Unreadable {
        var items = new ArrayList<Item>();
        for (int i = FIRST; i < row.cells().size(); i += GROUP) {
            var code = row.cell(i);
            if (code.isEmpty()) {
                continue;
            }
            if (!Items.isCode(code) || i + 5 >= row.cells().size()) {
                throw new Unreadable(
                        "truncated", row.line(), String.valueOf(i), "a group of an item is cut or shifted: " + code);
            }
            var value = row.cell(i + 5);
            if (value.isEmpty() && row.cell(i + 4).isEmpty()) {
                continue;
            }
            items.add(KenshinTable.item(code, row.cell(i + 1), value, row.line(), notes));
        }
        if (items.isEmpty()) {
            throw new Unreadable("section-missing", row.line(), String.valueOf(FIRST), "no results");
        }
        return List.copyOf(items);
    }
}

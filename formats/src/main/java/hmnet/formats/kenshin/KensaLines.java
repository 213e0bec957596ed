package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordLine;
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

    List<Checkup> read(List<RecordLine> rows) throws Unreadable {
        var checkups = new ArrayList<Checkup>();
        for (var row : rows) {
            if (row.at(0).equals("KENSA")) {
                checkups.add(checkup(row));
            } else {
                notes.add(Note.info("line-unknown", row.number(), "0", row.at(0)));
            }
        }
        KenshinTable.distinct(checkups);
        return List.copyOf(checkups);
    }

    private Checkup checkup(RecordLine row) throws Unreadable {
        var done = Dates.of(row.at(5));
        if (!KenshinTable.isDay(done)) {
            throw new Unreadable("date", row.number(), "5", row.at(5));
        }
        var examinee = new Examinee("", "", "", "", "", row.at(8), Dates.of(row.at(9)), row.at(10), "", "");
        if (examinee.kana().isBlank()) {
            throw new Unreadable("patient", row.number(), "8", "nobody is named");
        }
        KenshinTable.check(examinee, row.number(), notes);
        var items = items(row);
        var institution = new Institution(row.at(1), row.at(2), "", "", "");
        var ticket = row.at(7).isEmpty() ? null : new Ticket("1", row.at(7), "", "");
        return new Checkup(
                "10",
                "010",
                done,
                done,
                examinee,
                institution,
                institution,
                ticket,
                List.of(new Checkup.CheckupSection("01010", "", "", items)));
    }

    private List<CheckupItem> items(RecordLine row) throws Unreadable {
        var items = new ArrayList<CheckupItem>();
        for (int i = FIRST; i < row.columns().size(); i += GROUP) {
            var code = row.at(i);
            if (code.isEmpty()) {
                continue;
            }
            if (!Items.isCode(code) || i + 5 >= row.columns().size()) {
                throw new Unreadable(
                        "truncated", row.number(), String.valueOf(i), "a group of an item is cut or shifted: " + code);
            }
            var value = row.at(i + 5);
            if (value.isEmpty() && row.at(i + 4).isEmpty()) {
                continue;
            }
            items.add(KenshinTable.item(code, row.at(i + 1), value, row.number(), notes));
        }
        if (items.isEmpty()) {
            throw new Unreadable("section-missing", row.number(), String.valueOf(FIRST), "no results");
        }
        return List.copyOf(items);
    }
}

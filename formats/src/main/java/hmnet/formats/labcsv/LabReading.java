package hmnet.formats.labcsv;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.base.japanese.JapaneseDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lines of a laboratory's file with columns (検査結果の読み取り), and what every result is asked for.
final class LabReading {
    private LabReading() {}

    static LabCsvFile of(LabLayout layout, Records records) throws Unreadable {
        var notes = new ArrayList<>(records.notes());
        var lines = new ArrayList<LabLine>();
        var rows = records.lines()
                .subList(
                        Math.min(layout.headings(), records.lines().size()),
                        records.lines().size());
        for (var line : rows) {
            lines.add(line(layout, line, records, notes));
        }
        return checked(layout, lines, notes);
    }

    private static LabLine line(LabLayout layout, RecordLine line, Records records, List<Note> notes)
            throws Unreadable {
        if (line.size() < layout.least()) {
            boolean last = line.number() == records.lines().getLast().number();
            if (last && !records.ended()) {
                throw new Unreadable("cut", line.number(), "", line.size() + " of " + layout.least() + " columns");
            }
            notes.add(Note.repair("row-short", line.number(), "", line.size() + " of " + layout.least() + " columns"));
        }
        for (int i = layout.most(); i < line.size(); i++) {
            if (line.has(i)) {
                throw new Unreadable("columns-beyond", line.number(), "[" + i + "]", line.at(i));
            }
        }
        var values = new HashMap<String, String>();
        layout.csv().fields().forEach((field, span) -> {
            if (line.has(span.from())) {
                values.put(field, line.at(span.from()));
            }
        });
        return new LabLine(line.number(), values);
    }

    /// What a result cannot be without, and one patient to a number.
    static LabCsvFile checked(LabLayout layout, List<LabLine> lines, List<Note> notes) throws Unreadable {
        var persons = new HashMap<String, String>();
        var orders = new HashMap<String, String>();
        for (var line : lines) {
            if (line.at("patient").isEmpty()) {
                throw new Unreadable("patient-missing", line.number(), "patient", "no patient number");
            }
            if (line.at("itemCode").isEmpty()
                    && line.at("jlac10").isEmpty()
                    && line.at("item").isEmpty()) {
                throw new Unreadable("item-missing", line.number(), "itemCode", "a result without its test");
            }
            if (JapaneseDate.day(LabTimes.dayOf(line.at("sampled"))) == null) {
                throw new Unreadable("date-missing", line.number(), "sampled", line.at("sampled"));
            }
            if (!line.at("limit").isEmpty() && !layout.means("limit", line.at("limit"))) {
                throw new Unreadable(
                        "limit-unknown", line.number(), "limit", line.at("limit") + " " + line.at("value"));
            }
            same(persons, line.at("patient"), person(line), line);
            if (!line.at("order").isEmpty()) {
                same(orders, line.at("order") + "/" + line.at("sampled"), line.at("patient"), line);
            }
        }
        if (lines.isEmpty()) {
            throw new Unreadable("empty", 0, "", "no result");
        }
        return new LabCsvFile(layout, List.copyOf(lines), List.copyOf(notes));
    }

    private static String person(LabLine line) {
        return String.join("|", line.at("name"), line.at("kana"), line.at("birth"), line.at("sex"));
    }

    private static void same(Map<String, String> seen, String key, String value, LabLine line) throws Unreadable {
        var before = seen.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            throw new Unreadable("patient-differs", line.number(), "patient", "another person under the same number");
        }
    }
}

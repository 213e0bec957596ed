package hmnet.formats.jahis.rx;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLayout;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One reading of the records of a prescription (読み取り): which belongs to which, and what is missing.
final class RxReading {
    static final RecordLayout LAYOUT = RecordLayout.read(RxFile.class, "layout.csv");

    final Map<String, RecordLine> head = new LinkedHashMap<>();
    final List<RecordLine> remarks = new ArrayList<>();
    final Map<String, RxGroup> groups = new LinkedHashMap<>();
    private final List<RecordLine> lines = new ArrayList<>();
    private final Map<String, RecordLine> seen = new HashMap<>();
    private final Map<String, RxMedicine> medicines = new LinkedHashMap<>();
    private final Notes notes;
    private final Records records;

    RxReading(Records records, Notes notes) {
        this.records = records;
        this.notes = notes;
    }

    /// The lines that are kept: all but headers and lines that stand there twice.
    List<RecordLine> lines() throws Unreadable {
        var all = records.lines();
        for (var line : all.subList(1, all.size())) {
            if (line.columns().equals(all.getFirst().columns())) {
                notes.repair("header-doubled", line, 0, "a header again");
                continue;
            }
            LAYOUT.check(line, notes);
            if (keep(line)) {
                lines.add(line);
            }
        }
        for (var line : lines) {
            belong(line);
        }
        if (head.containsKey("11")) {
            whole();
        } else {
            notes.info("patient-missing", all.getFirst(), 0, "no record 11: nothing is filed");
        }
        return lines;
    }

    private boolean keep(RecordLine line) throws Unreadable {
        var tag = line.tag();
        boolean once = switch (tag) {
            case "81", "181", "281", "301", "302" -> false;
            default -> LAYOUT.knows(tag);
        };
        if (!once) {
            return true;
        }
        var other = seen.putIfAbsent(item(tag, line), line);
        if (other == null) {
            return true;
        }
        if (other.columns().equals(line.columns())) {
            notes.repair("record-doubled", line, 0, "left out");
            return false;
        }
        boolean patient = tag.equals("11") || tag.equals("12") || tag.equals("13");
        throw new Unreadable(
                patient ? "patient-contradicts" : "record-contradicts",
                line.number(),
                tag,
                "unlike line " + other.number());
    }

    private static String item(String tag, RecordLine line) {
        if (tag.length() < 3) {
            return tag;
        }
        return tag + "/" + rp(line) + (tag.startsWith("2") ? "/" + plain(line.at(2)) : "");
    }

    private static String rp(RecordLine line) {
        return plain(line.at(1));
    }

    /// `01` is `1`.
    private static String plain(String number) {
        int zeros = 0;
        while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
            zeros++;
        }
        return number.substring(zeros);
    }

    /// Groups may come before what they hold or, in some systems, sorted by record number: both are found by
    /// number.
    private void belong(RecordLine line) throws Unreadable {
        var tag = line.tag();
        switch (tag) {
            case "81", "301", "302" -> remarks.add(line);
            case "101" -> groups.put(rp(line), RxGroup.open(rp(line), line));
            case "102", "111", "181" -> group(line).more().add(line);
            case "201" -> {
                var medicine = new RxMedicine(line, new ArrayList<>());
                group(line).medicines().add(medicine);
                medicines.put(item("201", line), medicine);
                PharmacySlip.notTooMany(medicines.size(), line);
            }
            case "211", "221", "231", "241", "281" -> {
                var medicine = medicines.get(item("201", line));
                if (medicine == null) {
                    throw new Unreadable(
                            "parent-missing", line.number(), tag, "no 201 of RP " + line.at(1) + "-" + line.at(2));
                }
                medicine.more().add(line);
            }
            default -> {
                if (LAYOUT.knows(tag)) {
                    head.put(tag, line);
                }
            }
        }
    }

    private RxGroup group(RecordLine line) throws Unreadable {
        var group = groups.get(rp(line));
        if (group == null) {
            throw new Unreadable("parent-missing", line.number(), line.tag(), "no 101 of RP " + line.at(1));
        }
        return group;
    }

    /// A prescription that is filed has to say for whom, when, what, how much and how.
    private void whole() throws Unreadable {
        var patient = head.getOrDefault("11", RecordLine.of("11"));
        if (!patient.has(2) && !patient.has(3)) {
            throw new Unreadable("column-missing", patient.number(), "11[2]", "no name");
        }
        for (var tag : List.of("13", "51")) {
            if (!head.containsKey(tag)) {
                throw new Unreadable("record-missing", 0, tag, "required");
            }
        }
        for (var tag : List.of("1", "5", "12", "22", "23")) {
            if (!head.containsKey(tag)) {
                notes.info("record-missing", RecordLine.of(tag), 0, "required by the standard");
            }
        }
        if (groups.isEmpty()) {
            throw new Unreadable("record-missing", 0, "101", "no drug");
        }
        for (var group : groups.values()) {
            if (group.medicines().isEmpty()) {
                throw new Unreadable("record-missing", group.form().number(), "201", "no drug in RP " + group.number());
            }
            if (group.first("111").size() == 1) {
                throw new Unreadable(
                        "record-missing", group.form().number(), "111", "no usage in RP " + group.number());
            }
            for (var medicine : group.medicines()) {
                whole(medicine.drug());
            }
        }
        notCut();
    }

    private static void whole(RecordLine drug) throws Unreadable {
        if (!drug.has(7) || !drug.has(9)) {
            throw new Unreadable(
                    "column-missing", drug.number(), drug.has(7) ? "201[9]" : "201[7]", "no amount or no unit");
        }
        if (!drug.has(6) && !(drug.at(4).equals("2") && drug.has(5))) {
            throw new Unreadable("column-missing", drug.number(), "201[6]", "neither name nor code");
        }
        if (!drug.has(5)
                && !drug.at(4).equals("1")
                && !drug.at(4).equals("7")
                && !drug.at(4).isEmpty()) {
            throw new Unreadable("drug-code-missing", drug.number(), "201[5]", "kind " + drug.at(4));
        }
    }

    /// Of a last line without its end, a number at its end may have lost digits.
    private void notCut() throws Unreadable {
        var last = records.lines().getLast();
        var tag = last.tag();
        boolean number = List.of("102", "211", "221", "241").contains(tag) && last.size() <= LAYOUT.size(tag);
        if (!records.ended() && (number || !LAYOUT.knows(tag))) {
            throw new Unreadable("cut", last.number(), tag, "the last line does not end");
        }
    }
}

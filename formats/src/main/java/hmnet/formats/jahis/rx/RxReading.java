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
            new RxDemands(this, records, notes).whole();
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
}

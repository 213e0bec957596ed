package hmnet.formats.nsips;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLayout;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.Supply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One reading of the records of an NSIPS file (読み取り): in the order the standard wants, or refused.
final class NsipsReading {
    static final RecordLayout LAYOUT = RecordLayout.read(NsipsFile.class, "layout.csv");

    /// How far a record has to reach so that nothing we rest on is missing.
    private static final Map<String, Integer> LEAST = Map.of("VER", 2, "1", 6, "2", 8, "3", 11, "4", 19);

    final RecordLine header;
    final List<RecordLine> lines = new ArrayList<>();
    private final Map<String, RecordLine> seen = new HashMap<>();
    private final Map<String, NsipsGroup> groups = new LinkedHashMap<>();
    private final Notes notes;
    private int drugs;
    private final boolean ended;

    NsipsReading(Records records, Notes notes) throws Unreadable {
        this.notes = notes;
        this.ended = records.ended();
        this.header = records.lines().getFirst();
        if (!NsipsFile.isHeader(header.tag())) {
            throw new Unreadable("header", header.number(), header.tag(), "VER expected in the first line");
        }
        check("VER", header, records.lines().size() == 1);
        for (int i = 1; i < records.lines().size(); i++) {
            take(records.lines().get(i), i == records.lines().size() - 1);
        }
        whole();
    }

    RecordLine first(String tag) {
        return seen.getOrDefault(tag, RecordLine.of(tag));
    }

    List<NsipsGroup> groups() {
        return groups.values().stream()
                .map(group -> new NsipsGroup(group.usage(), List.copyOf(group.drugs())))
                .toList();
    }

    private void take(RecordLine line, boolean last) throws Unreadable {
        var tag = line.tag();
        if (NsipsFile.isHeader(tag)) {
            throw new Unreadable("record-twice", line.number(), tag, "one file is one prescription");
        }
        check(tag, line, last);
        var other = seen.putIfAbsent(key(line), line);
        if (other != null && LAYOUT.knows(tag) && !tag.equals("6") && !tag.equals("7")) {
            if (!other.columns().equals(line.columns())) {
                throw new Unreadable(
                        tag.equals("1") ? "patient-contradicts" : "record-twice",
                        line.number(),
                        tag,
                        "unlike line " + other.number());
            }
            notes.repair("record-doubled", line, 0, "left out");
            return;
        }
        lines.add(line);
        if (tag.equals("2") && !seen.containsKey("1") || tag.equals("3") && !seen.containsKey("2")) {
            throw new Unreadable("order", line.number(), tag, "record " + (tag.equals("2") ? 1 : 2) + " comes first");
        }
        if (tag.equals("3")) {
            groups.put(line.at(1), new NsipsGroup(line, new ArrayList<>()));
        } else if (tag.equals("4")) {
            group(line).drugs().add(line);
            PharmacySlip.notTooMany(++drugs, line);
        }
    }

    private static String key(RecordLine line) {
        return switch (line.tag()) {
            case "3" -> "3/" + line.at(1);
            case "4" -> "4/" + line.at(2) + "/" + line.at(1);
            default -> line.tag();
        };
    }

    private NsipsGroup group(RecordLine drug) throws Unreadable {
        var group = groups.get(drug.at(2));
        if (group == null) {
            throw new Unreadable("order", drug.number(), "4[2]", "no record 3 of RP " + drug.at(2) + " before it");
        }
        return group;
    }

    private void check(String tag, RecordLine line, boolean last) throws Unreadable {
        LAYOUT.check(tag, line, notes);
        if (line.size() < LEAST.getOrDefault(tag, 0)) {
            throw new Unreadable(
                    last && !ended ? "cut" : "column-missing",
                    line.number(),
                    tag + "[" + line.size() + "]",
                    "the record ends after " + line.size() + " columns");
        }
        if (last && !ended && line.size() < LAYOUT.size(tag) - 1) {
            throw new Unreadable("cut", line.number(), tag, "the last line does not end");
        }
    }

    private void whole() throws Unreadable {
        for (var tag : List.of("1", "2")) {
            if (!seen.containsKey(tag)) {
                throw new Unreadable("record-missing", 0, tag, "required");
            }
        }
        var patient = first("1");
        if (!patient.has(1) && !patient.has(2) && !patient.has(3)) {
            throw new Unreadable("column-missing", patient.number(), "1[3]", "neither number nor name");
        }
        if (!patient.at(5).isEmpty() && JapaneseDate.day(patient.at(5)) == null) {
            notes.info("birth-date", patient, 5, patient.at(5));
        }
        if (day(first("2")) == null) {
            throw new Unreadable("date", first("2").number(), "2[7]", first("2").at(7));
        }
        if (!NsipsFile.deletes(first("2"))) {
            if (groups.isEmpty()) {
                throw new Unreadable("record-missing", 0, "3", "no drug");
            }
            for (var group : groups.values()) {
                whole(group);
            }
        }
    }

    /// Dispensed, else received, else issued.
    static @Nullable LocalDate day(RecordLine prescription) {
        for (int column : new int[] {7, 6, 4}) {
            var day = JapaneseDate.day(prescription.at(column));
            if (day != null || prescription.has(column)) {
                return day;
            }
        }
        return null;
    }

    private void whole(NsipsGroup group) throws Unreadable {
        var usage = group.usage();
        if (group.drugs().isEmpty()) {
            throw new Unreadable("record-missing", usage.number(), "4", "no drug in RP " + usage.at(1));
        }
        int said = Supply.count(usage.at(13));
        if (said > group.drugs().size()) {
            throw new Unreadable(
                    "drugs-missing", usage.number(), "3[13]", group.drugs().size() + " of " + said + " drugs");
        } else if (said > 0 && said < group.drugs().size()) {
            notes.info("count-differs", usage, 13, group.drugs().size() + " drugs, " + said + " said");
        }
        for (var drug : group.drugs()) {
            if (!drug.has(8) && !drug.has(9) && !drug.has(4) && !drug.has(5) && !drug.has(6)) {
                throw new Unreadable("column-missing", drug.number(), "4[8]", "neither name nor code");
            }
            if (!drug.has(16)) {
                throw new Unreadable("column-missing", drug.number(), "4[16]", "no amount");
            }
        }
    }
}

package hmnet.formats.nsips;

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

/// One reading of the records of an NSIPS file (読み取り): in the order the standard wants, or refused.
final class NsipsReading {
    static final RecordLayout LAYOUT = RecordLayout.read(NsipsFile.class, "layout.csv");

    /// How far a record has to reach so that nothing we rest on is missing.
    private static final Map<String, Integer> LEAST = Map.of("VER", 2, "1", 6, "2", 8, "3", 11, "4", 19);

    final RecordLine header;
    final List<RecordLine> lines = new ArrayList<>();
    final Map<String, RecordLine> seen = new HashMap<>();
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
        new NsipsDemands(this, groups.values(), notes).whole();
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
}

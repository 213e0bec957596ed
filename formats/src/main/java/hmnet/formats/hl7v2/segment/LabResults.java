package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The results of a laboratory message with the specimen and the order around each (検体・依頼・結果の組).
///
/// OUL^R22 puts OBR before ORC, OML^O33 after it, and senders mix them up; both orders are read. ORU^R01 and
/// OML^O21 put a specimen behind its OBR, the others in front of it: the first of a message says which.
public final class LabResults {
    /// One OBR with its ORC, under one specimen.
    public static final class ResultGroup {
        private @Nullable Segment spm;
        private @Nullable Segment obr;
        private @Nullable Segment orc;
        private final List<ResultSegment> results = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<Segment> timings = new ArrayList<>();
        private String organism = "";

        ResultGroup(@Nullable Segment spm) {
            this.spm = spm;
        }

        public @Nullable Segment spm() {
            return spm;
        }

        public @Nullable Segment orc() {
            return orc;
        }

        public @Nullable Segment obr() {
            return obr;
        }

        public String obr(int field) {
            return obr == null ? "" : obr.text(field);
        }

        public String orc(int field) {
            return orc == null ? "" : orc.text(field);
        }

        public String panel() {
            return obr == null ? "" : Names.of(obr, 4);
        }

        public List<String> notes() {
            return notes;
        }

        /// Its TQ1.
        public List<Segment> timings() {
            return timings;
        }

        /// Its OBX.
        public List<Segment> observations() {
            return results.stream().map(ResultSegment::item).toList();
        }

        /// What was remarked on it and on its observations.
        public List<String> comments() {
            var comments = new ArrayList<>(notes);
            results.forEach(result -> comments.addAll(result.notes()));
            return comments;
        }

        /// The organism whose susceptibility is told: value of the parent result (OBR-26).
        public String organism() {
            return organism;
        }

        /// What tells two results of one code apart: sub number, and the parent result with its own.
        public String tellingApart(Segment item) {
            var sub = item.is("OBX") ? item.text(4) : "";
            var parent = obr(26);
            return (sub.isEmpty() ? "" : "/" + sub)
                    + (parent.isEmpty() ? "" : "/" + parent + "/" + (obr == null ? "" : obr.text(26, 2)));
        }

        /// SPM-2, else what material was taken when.
        public String specimenKey() {
            if (spm == null) {
                return "-";
            }
            var material = spm.has(4) ? spm.text(4) : Names.of(spm, 4);
            return spm.has(2) ? spm.text(2) : material + "@" + spm.text(17);
        }
    }

    /// One OBX, or an OBR that asks for no single items.
    ///
    /// @param of the organism or drug a microbiological result is about, empty otherwise
    public record ResultSegment(ResultGroup group, Segment item, String of, List<String> notes) {}

    /// How far back the first line of a pair can stand.
    private static final int LOOK_BACK = 8;

    private final List<ResultGroup> groups = new ArrayList<>();
    private ResultGroup current = new ResultGroup(null);

    private final boolean specimenBehind;

    private LabResults(Message message) {
        var order = message.segments().stream()
                .filter(segment -> segment.is("SPM") || segment.is("OBR"))
                .findFirst();
        this.specimenBehind = order.isPresent() && order.get().is("OBR");
    }

    /// @param orders whether an OBR without OBX counts as an item
    public static List<ResultSegment> of(Message message, boolean orders) {
        var results = new ArrayList<ResultSegment>();
        for (var group : groups(message)) {
            if (group.results.isEmpty() && group.obr != null && orders) {
                results.add(new ResultSegment(group, group.obr, "", List.of()));
            }
            results.addAll(group.results);
        }
        return results;
    }

    /// What is remarked before the first order or specimen, on all of them.
    public static List<String> remarks(Message message) {
        var remarks = new ArrayList<String>();
        for (var segment : message.segments()) {
            if (segment.is("ORC") || segment.is("OBR") || segment.is("SPM")) {
                break;
            }
            if (segment.is("NTE") && !segment.joined(3, " ").isBlank()) {
                remarks.add(segment.joined(3, " "));
            }
        }
        return remarks;
    }

    /// The groups themselves, those without results too.
    public static List<ResultGroup> groups(Message message) {
        var reading = new LabResults(message);
        message.segments().forEach(reading::take);
        reading.groups.add(reading.current);
        return reading.groups;
    }

    private void take(Segment segment) {
        switch (segment.name()) {
            case "SPM" -> specimen(segment);
            case "OBR" -> {
                if (current.obr != null) {
                    next();
                }
                current.obr = segment;
                current.organism = segment.text(26, 3);
            }
            case "ORC" -> {
                if (current.orc != null || !current.results.isEmpty()) {
                    next();
                }
                current.orc = segment;
            }
            case "TQ1" -> current.timings.add(segment);
            case "DG1" -> note(diagnosis(segment));
            case "OBX" -> current.results.add(new ResultSegment(current, segment, pair(segment), new ArrayList<>()));
            case "NTE" -> note(segment.joined(3, " "));
            default -> {
                // Other segments say nothing a chart shows; the file itself is kept.
            }
        }
    }

    /// Microbiology tells in two lines with one sub number (OBX-4): which organism or drug (JANIS), then how
    /// much of it. The second line is about what the first names, and all lines of a susceptibility about its
    /// organism.
    private String pair(Segment obx) {
        var organism = current.organism();
        var sub = obx.text(4);
        if (sub.isEmpty() || obx.text(5, 3).equals("JANIS")) {
            return organism;
        }
        int last = current.results.size() - 1;
        for (int i = last; i >= Math.max(0, last - LOOK_BACK); i--) {
            var before = current.results.get(i).item();
            if (!before.text(4).equals(sub)) {
                break;
            }
            if (before.text(5, 3).equals("JANIS")) {
                return organism.isEmpty() ? Names.of(before, 5) : organism + "／" + Names.of(before, 5);
            }
        }
        return organism;
    }

    /// What the order is for.
    private static String diagnosis(Segment dg1) {
        var named = dg1.has(4) ? dg1.joined(4, " ") : Names.of(dg1, 3);
        return named.isBlank() ? "" : "病名 " + named;
    }

    /// A second specimen of one OBR stands in words: nobody says which result is of which.
    private void specimen(Segment spm) {
        if (!specimenBehind) {
            start(spm);
        } else if (current.spm == null) {
            current.spm = spm;
        } else {
            current.notes.add("ほかの検体 " + Names.of(spm, 4));
        }
    }

    private void next() {
        start(specimenBehind ? null : current.spm);
    }

    private void start(@Nullable Segment spm) {
        groups.add(current);
        current = new ResultGroup(spm);
    }

    private void note(String text) {
        if (!text.isBlank()) {
            (current.results.isEmpty()
                            ? current.notes
                            : current.results.getLast().notes())
                    .add(text);
        }
    }
}

package hmnet.formats.hl7v2;

import hmnet.formats.fhir.Names;
import hmnet.formats.hl7.Message;
import hmnet.formats.hl7.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The results of a laboratory message with the specimen and the order around each (検体・依頼・結果の組).
///
/// OUL^R22 puts OBR before ORC, OML^O33 after it, and senders mix them up; both orders are read.
public final class LabResults {
    /// One OBR with its ORC, under one specimen.
    public static final class Group {
        private final @Nullable Segment spm;
        private @Nullable Segment obr;
        private @Nullable Segment orc;
        private final List<Result> results = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Group(@Nullable Segment spm) {
            this.spm = spm;
        }

        public @Nullable Segment spm() {
            return spm;
        }

        public @Nullable Segment orc() {
            return orc;
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
    public record Result(Group group, Segment item, List<String> notes) {}

    private final List<Group> groups = new ArrayList<>();
    private Group current = new Group(null);

    private LabResults() {}

    /// @param orders whether an OBR without OBX counts as an item
    public static List<Result> of(Message message, boolean orders) {
        var reading = new LabResults();
        message.segments().forEach(reading::take);
        reading.groups.add(reading.current);
        var results = new ArrayList<Result>();
        for (var group : reading.groups) {
            if (group.results.isEmpty() && group.obr != null && orders) {
                results.add(new Result(group, group.obr, List.of()));
            }
            results.addAll(group.results);
        }
        return results;
    }

    private void take(Segment segment) {
        switch (segment.name()) {
            case "SPM" -> start(segment);
            case "OBR" -> {
                if (current.obr != null) {
                    start(current.spm);
                }
                current.obr = segment;
            }
            case "ORC" -> {
                if (current.orc != null || !current.results.isEmpty()) {
                    start(current.spm);
                }
                current.orc = segment;
            }
            case "OBX" -> current.results.add(new Result(current, segment, new ArrayList<>()));
            case "NTE" -> note(segment.joined(3, " "));
            default -> {
                // Other segments say nothing a chart shows; the file itself is kept.
            }
        }
    }

    private void start(@Nullable Segment spm) {
        groups.add(current);
        current = new Group(spm);
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

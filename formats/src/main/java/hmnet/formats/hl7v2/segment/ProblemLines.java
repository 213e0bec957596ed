package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The diagnoses of a message with what stands behind each (病名の組): PRB and the first ZPR and ORC behind it.
public final class ProblemLines {
    private ProblemLines() {}

    /// One diagnosis.
    public record ProblemLine(
            Segment prb, @Nullable Segment zpr, @Nullable Segment orc, List<String> notes) {
        private ProblemLine with(Segment segment) {
            return switch (segment.name()) {
                case "ZPR" -> new ProblemLine(prb, zpr == null ? segment : zpr, orc, notes);
                case "ORC" -> new ProblemLine(prb, zpr, orc == null ? segment : orc, notes);
                case "NTE" -> noted(segment.joined(3, " "));
                case "ZPD" -> noted("歯式 " + Names.of(segment, 2));
                case "OBX" -> noted(SentResult.line(segment));
                // From outside: segments that say nothing of a diagnosis; the file itself is kept.
                default -> this;
            };
        }

        private ProblemLine noted(String note) {
            var more = new ArrayList<>(notes);
            more.add(note);
            more.removeIf(String::isBlank);
            return new ProblemLine(prb, zpr, orc, List.copyOf(more));
        }

        /// What else the sender says of it, in words; NTE last.
        public List<String> remarks() {
            var remarks = new ArrayList<>(ProblemWords.of(prb, refuted() || suspected()));
            if (zpr != null && !zpr.joined(7, " ").isBlank()) {
                remarks.add(zpr.joined(7, " "));
            }
            remarks.addAll(notes);
            return List.copyOf(remarks);
        }

        /// DE takes a diagnosis back (HL70287): it is in the message so that its row leaves.
        public boolean withdrawn() {
            return prb.text(1).equals("DE");
        }

        /// Prefix modifiers, the disease, suffix modifiers; else what the sender wrote as free text.
        public String name() {
            var disease = Names.of(prb, 3);
            var text = disease.isBlank() ? prb.joined(17, " ") : disease;
            return zpr == null ? text : modifiers(zpr, 1) + text + modifiers(zpr, 3);
        }

        /// Looked for and excluded (PRB-13).
        public boolean refuted() {
            return Names.of(prb, 13).contains("否定") || Names.of(prb, 13).contains("除外");
        }

        /// A correction of what was sent before (PRB-1).
        public boolean corrects() {
            return Set.of("UP", "CO").contains(prb.text(1));
        }

        public boolean suspected() {
            return Names.of(prb, 13).contains("疑") || name().contains("の疑い");
        }

        public boolean main() {
            return prb.text(18, 1).equals("1") || prb.text(18, 2).contains("主");
        }

        /// What the code, the department and the sender's own marks give away.
        public Set<Label> labels() {
            var labels = EnumSet.noneOf(Label.class);
            labels.addAll(LabelRules.ofDiagnosis(prb.text(10)));
            labels.addAll(LabelRules.ofAwareness(prb.text(21, 1), prb.text(21, 2)));
            labels.addAll(LabelRules.ofAwareness(prb.text(23, 1), prb.text(23, 2)));
            if (orc != null) {
                labels.addAll(LabelRules.ofDepartment(Names.of(orc, 17)));
            }
            if (Set.of("R", "V").contains(prb.text(25))) {
                labels.add(Label.RESTRICTED);
            }
            return labels;
        }
    }

    /// All of them, those withdrawn too.
    public static List<ProblemLine> of(Message message) {
        var lines = new ArrayList<ProblemLine>();
        for (var segment : message.segments()) {
            if (segment.is("PRB")) {
                lines.add(new ProblemLine(segment, null, null, List.of()));
            } else if (!lines.isEmpty()) {
                lines.add(lines.removeLast().with(segment));
            }
        }
        return lines;
    }

    public static IdentityHashMap<ProblemLine, String> keys(List<ProblemLine> lines) {
        return Keys.of(lines, ProblemLines::key, ProblemLines::longKey);
    }

    private static String key(ProblemLine line) {
        return line.prb.has(4) ? line.prb.text(4) : line.prb.text(3) + "@" + line.prb.text(16);
    }

    private static String longKey(ProblemLine line) {
        var prb = line.prb;
        return prb.text(4) + "/" + prb.text(3) + "/" + prb.text(3, 2) + "@" + prb.text(16);
    }

    private static String modifiers(Segment zpr, int field) {
        var joined = new StringBuilder();
        for (int repetition = 1; repetition <= zpr.repetitions(field); repetition++) {
            joined.append(zpr.text(field, repetition, 2));
        }
        return joined.toString();
    }
}

package hmnet.ground.audit;

import java.util.Locale;
import java.util.OptionalLong;

/// What a check of the whole log says (監査証跡の検証結果), in one line for machines and in words for people.
///
/// @param events how many events there are; by the public tiles alone, how many leaves
/// @param size of the newest checkpoint
/// @param root of the newest checkpoint
/// @param leaf the first leaf concerned, where something is wrong and that is known
/// @param words what is wrong, or what else was counted
public record AuditReport(
        long events, long size, String root, double seconds, ReportVerdict verdict, OptionalLong leaf, String words) {
    /// How a check ended.
    public enum ReportVerdict {
        INTACT,
        BROKEN,
        /// A witness countersigned more than the log holds: it was rolled back.
        BEHIND_WITNESS;

        /// `behind-witness`, as the line says it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The first line for machines, the second what stands behind it.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "audit: events=%d size=%d root=%s seconds=%.1f verdict=%s%s\n%s",
                events,
                size,
                root,
                seconds,
                verdict.word(),
                leaf.isPresent() ? " leaf=" + leaf.getAsLong() : "",
                words);
    }
}

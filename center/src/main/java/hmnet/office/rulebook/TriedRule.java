package hmnet.office.rulebook;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityKind;
import hmnet.record.charts.RuleTally.KindTally;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a change would do (試算の結果), as far as it is counted.
///
/// @param place where its state is seen again
/// @param ofNetwork whether persons are counted and no charts named
/// @param charts how many charts there are to count
/// @param counted how many are
/// @param at when the last one was, or null while it goes on
record TriedRule(
        String place,
        boolean ofNetwork,
        long charts,
        long counted,
        @Nullable OffsetDateTime at,
        List<ChangedKind> changes) {
    /// Of all charts, while some are left.
    long percent() {
        return charts == 0 ? 0 : Math.min(99, 100 * counted / charts);
    }

    /// 1,204: a number as people read it.
    public static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// One kind of record that one profession would see otherwise.
    ///
    /// @param at the kinds of facility where that is so
    /// @param examples numbers of some charts of the facility whose rows are shown otherwise
    record ChangedKind(
            String profession,
            List<FacilityKind> at,
            RecordKind kind,
            KindTally before,
            KindTally after,
            List<String> examples) {
        /// Whether it is so at every kind of facility.
        boolean everywhere() {
            return at.size() == FacilityKind.values().length;
        }
    }
}

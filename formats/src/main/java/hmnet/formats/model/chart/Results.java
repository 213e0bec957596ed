package hmnet.formats.model.chart;

import hmnet.formats.model.code.Label;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was measured (検査・健診・測定の結果): of one specimen, one check-up, one observation.
///
/// @param kind of the whole; laboratory results are parted further into those that need care and those for
///     drug safety
/// @param title of the panel or the check-up, empty when it has none
/// @param finalAt when they became final; null while something is not
public record Results(
        String key,
        OffsetDateTime at,
        ResultKind kind,
        String title,
        Concept specimen,
        String orderNumber,
        String department,
        List<TestResult> results,
        @Nullable OffsetDateTime finalAt,
        boolean correction,
        Set<Label> labels)
        implements Entry {
    /// Which sheet they belong to (種別).
    public enum ResultKind {
        /// 検体検査結果.
        LABORATORY,
        /// 検体検査依頼: tests without values.
        ORDERED,
        /// 健診.
        CHECKUP,
        /// バイタルサイン.
        VITAL
    }

    /// One test.
    ///
    /// @param key within the results: code, specimen and sub number, never the place
    /// @param value as sent; a clean number becomes a quantity
    /// @param coded the value where it is a code (定性・選択), else `Concept.NONE`
    /// @param low and `high` limits of what is usual, empty when not said
    /// @param flag H, L, N, as sent otherwise, or empty
    /// @param status F final, P preliminary, C corrected, O ordered, X not obtained
    public record TestResult(
            String key,
            Concept test,
            String value,
            Amount unit,
            Concept coded,
            String low,
            String high,
            String flag,
            String status,
            OffsetDateTime at,
            List<String> notes) {}
}

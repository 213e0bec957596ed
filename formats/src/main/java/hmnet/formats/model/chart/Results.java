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
/// @param notes on all of them (総合コメント)
/// @param finalAt when they became final; null while something is not
public record Results(
        String key,
        OffsetDateTime at,
        ResultKind kind,
        String title,
        LabMaterial specimen,
        String orderNumber,
        OrderSource from,
        List<TestResult> results,
        List<String> notes,
        CareStatus status,
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

    /// What was taken (検体): its material, its number and from where in the body.
    public record LabMaterial(Concept type, String number, Concept site) {
        public static final LabMaterial NONE = of(Concept.NONE);

        public static LabMaterial of(Concept type) {
            return new LabMaterial(type, "", Concept.NONE);
        }
    }

    /// One test.
    ///
    /// @param key within the results: code, specimen and sub number, never the place
    /// @param value as sent; a clean number becomes a quantity
    /// @param coded the value where it is a code (定性・選択), else `Concept.NONE`
    /// @param low and `high` limits of what is usual, empty when not said
    /// @param range what is usual, as sent (陰性, 1+未満), where it is more than two numbers
    /// @param flag H, L, N, as sent otherwise, or empty
    /// @param status F final, P preliminary, C corrected, O ordered, X not obtained
    /// @param labels that its panel or its sender gives it, beside those its own code does
    public record TestResult(
            String key,
            Concept test,
            String value,
            Amount unit,
            Concept coded,
            String low,
            String high,
            String range,
            String flag,
            String status,
            OffsetDateTime at,
            List<String> notes,
            Set<Label> labels) {
        public TestResult withTest(Concept other) {
            return new TestResult(key, other, value, unit, coded, low, high, range, flag, status, at, notes, labels);
        }

        /// Without words for its limits, and without labels of its own.
        public static TestResult of(
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
                List<String> notes) {
            return new TestResult(key, test, value, unit, coded, low, high, "", flag, status, at, notes, Set.of());
        }
    }

    public Results withKey(String other) {
        return new Results(
                other,
                at,
                kind,
                title,
                specimen,
                orderNumber,
                from,
                results,
                notes,
                status,
                finalAt,
                correction,
                labels);
    }

    public Results withResults(List<TestResult> others) {
        return new Results(
                key, at, kind, title, specimen, orderNumber, from, others, notes, status, finalAt, correction, labels);
    }

    /// As a sender tells it that says no more.
    public static Results of(
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
            Set<Label> labels) {
        return new Results(
                key,
                at,
                kind,
                title,
                LabMaterial.of(specimen),
                orderNumber,
                OrderSource.of(department, ""),
                results,
                List.of(),
                CareStatus.ACTIVE,
                finalAt,
                correction,
                labels);
    }

    /// The same of another source, with other labels.
    public Results from(OrderSource other, Set<Label> marked) {
        return new Results(
                key,
                at,
                kind,
                title,
                specimen,
                orderNumber,
                other,
                results,
                notes,
                status,
                finalAt,
                correction,
                marked);
    }
}

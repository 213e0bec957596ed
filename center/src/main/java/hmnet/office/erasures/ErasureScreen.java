package hmnet.office.erasures;

import hmnet.ground.design.Messages;
import hmnet.record.vault.ErasurePlan;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page of erasures that wait for a second officer (消去の承認の画面).
///
/// @param problem as in `erasures.problem.…`, or null
/// @param done as in `erasures.done.…`, or null
record ErasureScreen(@Nullable String problem, @Nullable String done, List<AskedErasure> asked) {
    /// One request.
    ///
    /// @param chart its number; null for all that the facility sent
    /// @param plan as it was counted when it was asked for
    /// @param own whether the reader asked
    record AskedErasure(
            String facility,
            String code,
            String path,
            @Nullable String chart,
            ErasurePlan plan,
            String why,
            String by,
            OffsetDateTime at,
            boolean own) {
        /// Whether more goes than the chart that was asked for.
        boolean takesOthers() {
            return chart != null && plan.charts() > 1;
        }

        /// What was counted, line by line.
        List<String> counted(Messages m) {
            return Stream.of(
                            m.t("erasures.counted", Long.toString(plan.charts()), Long.toString(plan.records())),
                            takesOthers() ? m.t("erasures.together") : "",
                            plan.others() > 0
                                    ? m.t(
                                            "erasures.others",
                                            Long.toString(plan.others()),
                                            Long.toString(plan.othersUnfiled()))
                                    : "",
                            plan.recordsLeft() + plan.originalsLeft() > 0
                                    ? m.t(
                                            "erasures.left",
                                            Long.toString(plan.recordsLeft()),
                                            Long.toString(plan.originalsLeft()))
                                    : "")
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}

package hmnet.office.anomalies;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules by which the log is looked through (気づきの規則の画面).
///
/// @param now how each stands today
/// @param lines all that were ever set, the latest first
public record AnomalyRuleScreen(
        List<ListedRule> now, List<ListedRule> lines, List<String> rules, boolean done, TypedForm form) {
    /// One line of a rule.
    ///
    /// @param night such as `22–6`, or empty
    /// @param by who set it, or empty for what the network began with
    public record ListedRule(
            String rule,
            LocalDate since,
            boolean active,
            int threshold,
            int weight,
            String night,
            String by,
            @Nullable String why) {}
}

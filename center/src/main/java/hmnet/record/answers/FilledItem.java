package hmnet.record.answers;

import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.SheetItem;
import java.util.List;
import java.util.Optional;

/// An item as it is answered (設問と回答). All items of a sheet stand in it, answered or not.
///
/// @param path where it stands, see `FilledSheet`
/// @param values of a question; none of anything else
/// @param origin where a value that nobody typed came from
/// @param groups what stands below it: once, or of a repeated group as often as it was added
public record FilledItem(
        String path,
        SheetItem item,
        List<AnswerValue> values,
        Optional<AnswerOrigin> origin,
        List<List<FilledItem>> groups) {
    public FilledItem {
        values = List.copyOf(values);
        groups = List.copyOf(groups);
    }

    /// Where a proposed value came from (提案値の出所).
    ///
    /// @param on the day it was measured or said, empty where none is known
    /// @param source who said so, in words
    public record AnswerOrigin(String on, String source) {
        boolean isOfChart() {
            return !on.isEmpty();
        }
    }

    public boolean isAnswered() {
        return !values.isEmpty();
    }

    /// Whether the answer is still what the chart proposed: measured elsewhere and before, not now.
    boolean isOfChart() {
        return origin.filter(AnswerOrigin::isOfChart).isPresent();
    }

    /// The same with other answers, which somebody gave. Sent back as it was proposed, a value is still the chart's.
    FilledItem with(List<AnswerValue> others) {
        return new FilledItem(path, item, others, AnswerValue.same(others, values) ? origin : Optional.empty(), groups);
    }

    FilledItem proposed(List<AnswerValue> others, AnswerOrigin from) {
        return new FilledItem(path, item, others, Optional.of(from), groups);
    }

    FilledItem below(List<List<FilledItem>> others) {
        return new FilledItem(path, item, values, origin, others);
    }
}

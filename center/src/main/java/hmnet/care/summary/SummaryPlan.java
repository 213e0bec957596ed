package hmnet.care.summary;

import hmnet.formats.base.Table;
import hmnet.ground.directory.Profession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands on the summary, and where (概要の構成), by profession and field of work, from `summary-plans.csv`.
///
/// @param columns of panels, from left to right
/// @param tests words of `KeyResults`, in the order to show them
public record SummaryPlan(String field, List<List<SummaryPanel>> columns, List<String> tests) {
    static final String GENERAL = "general";
    private static final Map<String, List<SummaryPlan>> PLANS =
            Table.read(SummaryPlan.class, "summary-plans.csv").stream()
                    .collect(Collectors.groupingBy(
                            List::getFirst, Collectors.mapping(SummaryPlan::of, Collectors.toList())));

    private static SummaryPlan of(List<String> row) {
        var columns = Stream.of(row.get(2).split("[|]"))
                .map(column -> Stream.of(column.strip().split(" "))
                        .map(word -> SummaryPanel.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList())
                .toList();
        var tests =
                row.get(3).isEmpty() ? List.<String>of() : List.of(row.get(3).split(" "));
        return new SummaryPlan(row.get(1), columns, tests);
    }

    /// The plan of a field of work, else the general one of the profession, else that of everybody.
    static SummaryPlan of(Profession profession, String field) {
        var own = all(profession);
        return own.stream()
                .filter(plan -> plan.field().equals(field))
                .findFirst()
                .orElseGet(own::getFirst);
    }

    /// Those that somebody of this profession may choose from, the general one first.
    static List<SummaryPlan> all(Profession profession) {
        return PLANS.getOrDefault(profession.word(), Objects.requireNonNull(PLANS.get("*")));
    }

    /// The columns with these panels at their heads, from left to right; the others follow in the plan's order, so
    /// that each column keeps its number of panels and none is lost.
    ///
    /// @param heads words of panels; those that the plan has not, and what comes twice, are left out
    List<List<SummaryPanel>> arranged(List<String> heads) {
        var all = columns.stream().flatMap(List::stream).toList();
        var first = heads.stream()
                .distinct()
                .flatMap(word -> all.stream().filter(panel -> panel.word().equals(word)))
                .limit(columns.size())
                .toList();
        var rest = new ArrayDeque<>(
                all.stream().filter(panel -> !first.contains(panel)).toList());
        var arranged = new ArrayList<List<SummaryPanel>>();
        for (var n = 0; n < columns.size(); n++) {
            var column = new ArrayList<SummaryPanel>();
            if (n < first.size()) {
                column.add(first.get(n));
            }
            while (column.size() < columns.get(n).size() && !rest.isEmpty()) {
                column.add(rest.poll());
            }
            arranged.add(List.copyOf(column));
        }
        return List.copyOf(arranged);
    }

    boolean has(SummaryPanel panel) {
        return columns.stream().anyMatch(column -> column.contains(panel));
    }

    /// A part of the summary (概要の欄).
    public enum SummaryPanel {
        /// 病名・問題.
        PROBLEMS,
        /// 現在の薬.
        MEDICINES,
        /// 主要検査.
        RESULTS,
        /// 最近の受診・入院.
        VISITS,
        /// 新着.
        FRESH,
        /// 確認が必要なこと.
        QUESTIONS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

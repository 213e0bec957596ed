package hmnet.care.labsheet;

import hmnet.formats.base.Table;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// Analytes that are read together (検査の分類), in clinical order, from `groups.csv`.
///
/// @param place where the group stands on the sheet
record LabGroup(int place, String word) implements Comparable<LabGroup> {
    private static final String ANY = "*";

    private static final List<GroupRule> RULES = Table.read(LabGroup.class, "groups.csv").stream()
            .map(row -> new GroupRule(row.get(0), row.get(1), row.get(2)))
            .sorted(Comparator.comparingInt(GroupRule::weight).reversed())
            .toList();

    private static final List<String> ORDER =
            List.copyOf(new LinkedHashSet<>(Table.read(LabGroup.class, "groups.csv").stream()
                    .map(List::getFirst)
                    .toList()));

    /// Codes of a facility's own.
    static final LabGroup OTHER = new LabGroup(ORDER.size(), "other");

    /// @param code a whole JLAC10 code
    static LabGroup of(String code, String material) {
        return RULES.stream()
                .filter(rule -> rule.holds(code, material))
                .findFirst()
                .map(rule -> new LabGroup(ORDER.indexOf(rule.word()), rule.word()))
                .orElse(OTHER);
    }

    /// By its word in the table.
    static LabGroup of(String word) {
        return ORDER.contains(word) ? new LabGroup(ORDER.indexOf(word), word) : OTHER;
    }

    static Stream<String> words() {
        return Stream.concat(ORDER.stream(), Stream.of(OTHER.word()));
    }

    String key() {
        return "viewer.lab-group." + word;
    }

    @Override
    public int compareTo(LabGroup other) {
        return Integer.compare(place, other.place);
    }

    /// One line of the table.
    private record GroupRule(String word, String start, String material) {
        private static final int MATERIAL = 100;

        int weight() {
            return (material.equals(ANY) ? 0 : MATERIAL) + (start.equals(ANY) ? 0 : start.length());
        }

        boolean holds(String code, String of) {
            return (start.equals(ANY) || code.startsWith(start)) && (material.equals(ANY) || material.equals(of));
        }
    }
}

package hmnet.care.viewer;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.StandardDepartments;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A department as pages say it (診療科の表示): the name the message gave, else the standard name of its
/// code, else the code. The page of the record itself says the code beside a standard name, since a facility may
/// use a code otherwise.
public final class Departments {
    private Departments() {}

    public static @Nullable String words(ChartEntry entry, Messages m) {
        var sent = entry.extract().department();
        return sent.isEmpty() ? words(entry.department(), entry.labels(), m) : sent;
    }

    /// The same with the code beside a name that stands for it.
    public static @Nullable String whole(ChartEntry entry, Messages m) {
        var sent = entry.extract().department();
        return sent.isEmpty() ? whole(entry.department(), entry.labels(), m) : sent;
    }

    /// Whether two entries of one facility say the same department, one by its name and the other by the code that
    /// stands for it perhaps.
    public static boolean same(ChartEntry one, ChartEntry other) {
        return identity(one).equals(identity(other));
    }

    private static String identity(ChartEntry entry) {
        var sent = entry.extract().department();
        var code = entry.department();
        return sent.isEmpty() ? StandardDepartments.name(code).orElse(code) : sent;
    }

    /// A name that gives away a label which the row does not carry is not guessed from a code.
    public static @Nullable String words(String sent, Set<Label> labels, Messages m) {
        return words(sent, labels, m, name -> name);
    }

    /// The same with the code beside a name that stands for it.
    public static @Nullable String whole(String sent, Set<Label> labels, Messages m) {
        return words(sent, labels, m, name -> m.t("viewer.department.standard", name, sent));
    }

    private static @Nullable String words(String sent, Set<Label> labels, Messages m, UnaryOperator<String> standard) {
        if (sent.isEmpty() || sent.equals("-")) {
            return null;
        }
        if (!sent.chars().allMatch(c -> c < 0x7F)) {
            return sent;
        }
        return StandardDepartments.name(sent)
                .filter(name -> labels.containsAll(LabelRules.ofDepartment(name)))
                .map(standard)
                .orElseGet(() -> m.t("viewer.department", sent));
    }
}

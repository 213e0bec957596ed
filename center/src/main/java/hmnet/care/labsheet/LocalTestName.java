package hmnet.care.labsheet;

import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What each facility calls the test of one line (施設ごとの項目名), where that is not the line's own name or the
/// code is the facility's own.
record LocalTestName(FacilityId facility, String name, String code, String table) {
    static List<LocalTestName> of(Collection<LabValue> values, String shown) {
        return values.stream()
                .filter(value -> value.analyte().standard())
                .filter(value ->
                        !value.sent().standard() || !folded(value.item().name()).equals(folded(shown)))
                .map(LocalTestName::of)
                .distinct()
                .toList();
    }

    /// ＡＳＴ and AST are one name.
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static LocalTestName of(LabValue value) {
        return new LocalTestName(
                value.entry().facility(),
                value.item().name(),
                value.sent().standard() ? "" : value.sent().shown(),
                value.item().table());
    }

    /// In words; a name that a table led here says so.
    static List<String> words(List<LocalTestName> all, Function<FacilityId, String> facilities, Messages m) {
        return all.stream()
                .filter(localTestName -> all.stream().noneMatch(localTestName::isSaidBy))
                .map(localTestName -> m.t(
                        localTestName.table.isEmpty() ? "viewer.sheet.called" : "viewer.sheet.called-by-table",
                        facilities.apply(localTestName.facility),
                        (localTestName.name + " " + localTestName.code).strip(),
                        localTestName.table))
                .distinct()
                .toList();
    }

    /// Rows from before the table are named once, with those after it.
    private boolean isSaidBy(LocalTestName other) {
        return table.isEmpty()
                && !other.table.isEmpty()
                && facility.equals(other.facility)
                && name.equals(other.name)
                && code.equals(other.code);
    }
}

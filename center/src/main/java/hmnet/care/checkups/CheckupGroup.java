package hmnet.care.checkups;

import hmnet.care.labsheet.Analyte;
import hmnet.formats.base.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Items of a check-up that are read together (健診項目の分類), in the order of the page, from `groups.csv`.
enum CheckupGroup {
    JUDGEMENT,
    BODY,
    PRESSURE,
    LIPID,
    SUGAR,
    LIVER,
    KIDNEY,
    URINE,
    BLOOD,
    FINDINGS,
    EXAMINATIONS,
    QUESTIONS,
    OTHER;

    private static final List<GroupStart> STARTS = Table.read(CheckupGroup.class, "groups.csv").stream()
            .map(row -> new GroupStart(valueOf(row.get(0).toUpperCase(Locale.ROOT)), row.get(1)))
            .sorted(Comparator.comparingInt((GroupStart start) -> start.code().length())
                    .reversed())
            .toList();

    static CheckupGroup of(Analyte analyte) {
        return STARTS.stream()
                .filter(start -> analyte.standard() && analyte.code().startsWith(start.code()))
                .findFirst()
                .map(GroupStart::group)
                .orElse(OTHER);
    }

    String key() {
        return "checkups.group." + name().toLowerCase(Locale.ROOT);
    }

    /// One line of the table.
    private record GroupStart(CheckupGroup group, String code) {}
}

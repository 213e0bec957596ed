package hmnet.formats.careplan;

import hmnet.formats.base.Table;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// By what a plan is known again (記載の鍵): its kind, its person, its day or month of service, and for a
/// slip whose it is, since one person's slips go to several facilities.
record PlanKeys(PlanLayout layout, @Nullable PlanName name) {
    private static final Map<String, List<String>> DELETIONS = Table.read(PlanKeys.class, "deletions.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> List.copyOf(row.subList(1, row.size()))));
    private static final List<String> DAYS =
            List.of("居宅サービス計画作成(変更)日", "計画作成(変更)日", "相談日", "作成年月日", "居宅計画書作成年月日", "週間サービス計画表作成年月日");
    private static final int KIND_DIGITS = 2;

    /// What a file of this kind takes away; empty for one that says something.
    List<String> takesAway() {
        return DELETIONS.getOrDefault(layout.prefix(), List.of());
    }

    /// @param kind the file's own, or one that it takes away
    String source(String kind, PlanPerson person, RecordLine row) {
        var key = String.join("/", "careplan", kind, person.number(), when(row));
        return switch (kind) {
            case "UPJSK" -> key + "/" + value(row, "サービス事業者コード") + "/" + service(row);
            case "UPPLAN", "UPSIKYU" -> name == null ? key : key + "/" + name.to();
            default -> key;
        };
    }

    /// The kind of service (サービス種類): the first two places of a service's code.
    private String service(RecordLine row) {
        var said = value(row, "サービス種類コード");
        var code = value(row, "サービスコード");
        return said.isEmpty() ? code.substring(0, Math.min(KIND_DIGITS, code.length())) : said;
    }

    private String when(RecordLine row) {
        var month = month(row);
        return month.isEmpty() ? day(row).toString() : month;
    }

    private String month(RecordLine row) {
        var said = value(row, "対象年月");
        return JapaneseDate.month(said) != null ? said : name == null ? "" : name.month();
    }

    /// The first day of the month of service, or the day of the plan.
    LocalDate day(RecordLine row) {
        var month = JapaneseDate.month(month(row));
        if (month != null) {
            return month.atDay(1);
        }
        for (var column : DAYS) {
            var day = JapaneseDate.day(value(row, column));
            if (day != null) {
                return day;
            }
        }
        var made = name == null ? null : JapaneseDate.day(name.made().substring(0, 8));
        return made != null ? made : LocalDate.EPOCH;
    }

    private String value(RecordLine row, String column) {
        int index = layout.index(column);
        return index < 0 ? "" : row.at(index);
    }
}

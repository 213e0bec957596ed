package hmnet.formats.careplan;

import hmnet.formats.Demographics;
import hmnet.formats.chart.Amount;
import hmnet.formats.chart.Concept;
import hmnet.formats.chart.Entry;
import hmnet.formats.chart.Performed;
import hmnet.formats.chart.Sheet;
import hmnet.formats.fhir.CodingSystems;
import hmnet.formats.lines.FullName;
import hmnet.formats.lines.JapaneseDate;
import hmnet.formats.lines.Line;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file of the exchange says of each person (利用者ごとの記載): a plan's rows together, every filled
/// column an item.
final class PlanSheets {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMMdd'000000'");
    private static final List<String> DAYS = List.of("居宅サービス計画作成(変更)日", "作成年月日", "居宅計画書作成年月日");
    private static final Set<String> KEYS = Set.of("課題NO", "援助目標NO", "援助内容NO");
    private static final Set<String> IDENTITY =
            Set.of("CSVバージョン", "保険者番号", "被保険者番号", "更新業者コード", "識別子", "課題NO", "援助目標NO", "援助内容NO");

    private final PlanLayout layout;
    private final @Nullable PlanName name;

    PlanSheets(PlanLayout layout, @Nullable PlanName name) {
        this.layout = layout;
        this.name = name;
    }

    List<Sheet> of(List<Line> lines) {
        var plans = new LinkedHashMap<String, List<Line>>();
        for (var line : lines) {
            PlanPerson.of(layout, line)
                    .ifPresent(person -> plans.computeIfAbsent(source(person, line), any -> new ArrayList<>())
                            .add(line));
        }
        return plans.entrySet().stream()
                .flatMap(plan -> PlanPerson.of(layout, plan.getValue().getFirst()).stream()
                        .map(person -> sheet(plan.getKey(), person, plan.getValue())))
                .toList();
    }

    private String source(PlanPerson person, Line line) {
        var when = name == null || name.month().isEmpty() ? day(line).toString() : name.month();
        return String.join("/", "careplan", layout.prefix(), person.number(), when);
    }

    private Sheet sheet(String source, PlanPerson person, List<Line> rows) {
        var first = rows.getFirst();
        var at = at(first);
        boolean master = layout.prefix().equals("UPHOSOKU");
        boolean deletes = name != null && name.deletes();
        return new Sheet(
                person.number(),
                master ? person(first) : new Demographics("", "", "", "", null, "unknown", "", "", "", null),
                null,
                source,
                name == null ? at.format(VERSION) : name.made(),
                at,
                deletes,
                master,
                deletes || master ? List.of() : List.of(plan(rows, at)));
    }

    private Entry plan(List<Line> rows, OffsetDateTime at) {
        var acts = new ArrayList<Performed.Act>();
        for (int i = 0; i < rows.size(); i++) {
            acts.addAll(acts(rows.get(i), i + 1));
        }
        return new Performed(
                "plan",
                at,
                Performed.Kind.CARE,
                layout.name(),
                "",
                value(rows.getFirst(), "居宅サービス計画作成者氏名"),
                !layout.prefix().equals("UPJSK"),
                acts,
                Set.of());
    }

    private List<Performed.Act> acts(Line row, int nth) {
        var acts = new ArrayList<Performed.Act>();
        var place = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            if (KEYS.contains(layout.column(i))) {
                place.add(row.at(i));
            }
        }
        for (int i = 0; i < row.size(); i++) {
            var column = layout.column(i);
            if (row.has(i) && !IDENTITY.contains(column)) {
                acts.add(new Performed.Act(
                        String.join("-", place) + "/" + nth + "/" + column,
                        Concept.of(CodingSystems.uri("CAREPLAN-" + layout.prefix()), String.valueOf(i + 1), column),
                        Amount.NONE,
                        row.at(i)));
            }
        }
        return acts;
    }

    private Demographics person(Line row) {
        var whole = FullName.of(value(row, "利用者氏名"));
        var kana = FullName.of(value(row, "利用者氏名フリガナ"));
        return new Demographics(
                whole.family(),
                whole.given(),
                kana.family(),
                kana.given(),
                JapaneseDate.day(value(row, "利用者生年月日")),
                switch (value(row, "利用者性別")) {
                    case "1" -> "male";
                    case "2" -> "female";
                    default -> "unknown";
                },
                value(row, "利用者郵便番号"),
                value(row, "利用者住所1") + value(row, "利用者住所2"),
                value(row, "利用者電話番号"),
                null);
    }

    private OffsetDateTime at(Line row) {
        return day(row).atStartOfDay().atOffset(JAPAN);
    }

    private LocalDate day(Line row) {
        for (var column : DAYS) {
            var day = JapaneseDate.day(value(row, column));
            if (day != null) {
                return day;
            }
        }
        var month = name == null ? null : JapaneseDate.month(name.month());
        var made = name == null ? null : JapaneseDate.day(name.made().substring(0, 8));
        return month != null ? month.atDay(1) : made != null ? made : LocalDate.EPOCH;
    }

    private String value(Line row, String column) {
        int index = layout.index(column);
        return index < 0 ? "" : row.at(index);
    }
}

package hmnet.formats.careplan;

import hmnet.formats.base.Table;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.CodingSystems;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a file of the exchange says of each person (利用者ごとの記載): a plan's rows together, every filled
/// column an item.
final class PlanSheets {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMMdd'000000'");
    private static final Set<String> KEYS = Set.of("課題NO", "援助目標NO", "援助内容NO", "支援計画NO", "利用サービスNO");
    private static final Set<String> IDENTITY = Set.of("CSVバージョン", "保険者番号", "被保険者番号", "対象年月", "更新業者コード", "識別子");
    private static final String MASTER = "UPHOSOKU";
    /// What is so or was done; all others tell what is planned.
    private static final Set<String> FACTS = Set.of("UPJSK", MASTER, "UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2");
    private static final List<String> AUTHORS = List.of("居宅サービス計画作成者氏名", "プラン担当者名", "作成担当者", "計画作成者氏名(担当介護支援専門員名)");

    /// By column and code what the code means.
    private static final Map<String, String> MEANINGS = Table.read(PlanSheets.class, "codes.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0) + "=" + row.get(1), row -> row.get(2)));

    private final PlanLayout layout;
    private final @Nullable PlanName name;
    private final PlanKeys keys;

    PlanSheets(PlanLayout layout, @Nullable PlanName name) {
        this.layout = layout;
        this.name = name;
        this.keys = new PlanKeys(layout, name);
    }

    List<Sheet> of(List<RecordLine> lines) {
        boolean deletes = !keys.takesAway().isEmpty();
        var kinds = deletes ? keys.takesAway() : List.of(layout.prefix());
        var plans = new LinkedHashMap<String, List<RecordLine>>();
        for (var line : lines) {
            PlanPerson.of(layout, line)
                    .ifPresent(person -> kinds.forEach(
                            kind -> plans.computeIfAbsent(keys.source(kind, person, line), any -> new ArrayList<>())
                                    .add(line)));
        }
        return plans.entrySet().stream()
                .flatMap(plan -> PlanPerson.of(layout, plan.getValue().getFirst()).stream()
                        .map(person -> sheet(plan.getKey(), person, plan.getValue(), deletes)))
                .toList();
    }

    private Sheet sheet(String source, PlanPerson person, List<RecordLine> rows, boolean deletes) {
        var first = rows.getFirst();
        var at = keys.day(first).atStartOfDay().atOffset(JAPAN);
        boolean master = layout.prefix().equals(MASTER);
        return new Sheet(
                person.number(),
                person(first),
                null,
                source,
                name == null ? at.format(VERSION) : name.made(),
                at,
                deletes,
                master,
                deletes ? List.of() : List.of(plan(rows, at)));
    }

    private Entry plan(List<RecordLine> rows, OffsetDateTime at) {
        var acts = new ArrayList<PerformedActs.PerformedAct>();
        for (int i = 0; i < rows.size(); i++) {
            acts.addAll(acts(rows.get(i), i + 1));
        }
        return PerformedActs.of(
                "plan",
                at,
                PerformedActs.PerformedKind.CARE,
                layout.name(),
                "",
                AUTHORS.stream()
                        .map(column -> value(rows.getFirst(), column))
                        .filter(author -> !author.isEmpty())
                        .findFirst()
                        .orElse(""),
                !FACTS.contains(layout.prefix()),
                acts,
                Set.of());
    }

    private List<PerformedActs.PerformedAct> acts(RecordLine row, int nth) {
        var acts = new ArrayList<PerformedActs.PerformedAct>();
        var place = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            if (KEYS.contains(layout.column(i))) {
                place.add(row.at(i));
            }
        }
        for (int i = 0; i < row.size(); i++) {
            var column = layout.column(i);
            boolean person = layout.prefix().equals(MASTER) && column.startsWith("利用者");
            if (row.has(i) && !person && !IDENTITY.contains(column) && !KEYS.contains(column)) {
                acts.add(PerformedActs.PerformedAct.of(
                        String.join("-", place) + "/" + nth + "/" + column,
                        Concept.of(CodingSystems.uri("CAREPLAN-" + layout.prefix()), String.valueOf(i + 1), column),
                        Amount.NONE,
                        said(column, row.at(i))));
            }
        }
        return acts;
    }

    /// A code with what it means; what is no known code, as it came.
    private static String said(String column, String code) {
        var meaning = MEANINGS.get(column + "=" + code);
        return meaning == null ? code : meaning + "（" + code + "）";
    }

    private Demographics person(RecordLine row) {
        var whole = FullName.of(value(row, "利用者氏名") + value(row, "利用者名"));
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
                value(row, "利用者住所1") + value(row, "利用者住所2") + value(row, "利用者住所"),
                value(row, "利用者電話番号"),
                null);
    }

    private String value(RecordLine row, String column) {
        int index = layout.index(column);
        return index < 0 ? "" : row.at(index);
    }
}

package hmnet.formats.life;

import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a LIFE file says of each user (利用者ごとの記載): rows of one record together, every filled column an
/// item.
final class LifeSheets {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMMdd'000000'");
    private static final LocalDate UNDATED = LocalDate.of(1970, 1, 1);
    private static final Set<String> IDENTITY = Set.of(
            "care_facility_id",
            "service_code",
            "insurer_no",
            "insured_no",
            "external_system_management_number",
            "external_system_management_detail_number",
            "last_name",
            "first_name",
            "last_name_kana",
            "first_name_kana",
            "gender",
            "birthday");
    private static final List<String> DAYS = List.of(
            "evaluate_date",
            "implementation_date",
            "create_date",
            "plan_create_date",
            "adl_evaluate",
            "dispensing_date",
            "start_date",
            "care_period_start",
            "certified_date");
    private static final Map<String, Code> VITALS = Map.of(
            "height", new Code("http://loinc.org", "8302-2", "身長"),
            "weight", new Code("http://loinc.org", "29463-7", "体重"),
            "bmi", new Code("http://loinc.org", "39156-5", "BMI"));
    private static final Map<String, String> UNITS = Map.of("height", "cm", "weight", "kg", "bmi", "kg/m2");

    private LifeSheets() {}

    static List<Sheet> of(List<LifeRow> rows) {
        var bySource = new LinkedHashMap<String, List<LifeRow>>();
        rows.forEach(row ->
                bySource.computeIfAbsent(row.source(), any -> new ArrayList<>()).add(row));
        return bySource.entrySet().stream()
                .map(entry -> sheet(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Sheet sheet(String source, List<LifeRow> rows) {
        var first = rows.getFirst();
        boolean user = first.form().startsWith("SERVICE_USER_INFO");
        var at = at(first);
        return new Sheet(
                first.patient(),
                user ? person(first) : new Demographics("", "", "", "", null, "unknown", "", "", "", null),
                null,
                source,
                at.format(VERSION),
                at,
                false,
                user,
                entries(rows, at));
    }

    private static Demographics person(LifeRow row) {
        var split = FullName.of(row.at("last_name"));
        boolean whole = !split.given().isEmpty() && Set.of("", "００", "00").contains(row.at("first_name"));
        return new Demographics(
                whole ? split.family() : row.at("last_name"),
                whole ? split.given() : row.at("first_name"),
                row.at("last_name_kana"),
                row.at("first_name_kana"),
                JapaneseDate.day(row.at("birthday")),
                switch (row.at("gender")) {
                    case "1" -> "male";
                    case "2" -> "female";
                    default -> "unknown";
                },
                "",
                "",
                "",
                JapaneseDate.day(row.at("death_date")));
    }

    private static OffsetDateTime at(LifeRow row) {
        for (var column : DAYS) {
            var day = JapaneseDate.day(row.at(column));
            if (day != null) {
                return day.atStartOfDay().atOffset(JAPAN);
            }
        }
        return UNDATED.atStartOfDay().atOffset(JAPAN);
    }

    private static List<Entry> entries(List<LifeRow> rows, OffsetDateTime at) {
        var form = rows.getFirst().form();
        if (LifeRecords.isKnown(form)) {
            return LifeRecords.of(rows, at);
        }
        var acts = new ArrayList<PerformedActs.PerformedAct>();
        for (int i = 0; i < rows.size(); i++) {
            acts.addAll(acts(rows.get(i), rows.size() == 1 ? "" : (i + 1) + "/"));
        }
        var entries = new ArrayList<Entry>();
        if (!acts.isEmpty()) {
            entries.add(new PerformedActs(
                    "care",
                    at,
                    PerformedActs.PerformedKind.CARE,
                    LifeItem.formName(form),
                    "",
                    "",
                    false,
                    acts,
                    Set.of()));
        }
        rows.stream().limit(1).forEach(row -> entries.addAll(vitals(row, at)));
        return entries;
    }

    private static List<PerformedActs.PerformedAct> acts(LifeRow row, String key) {
        var acts = new ArrayList<PerformedActs.PerformedAct>();
        for (var column : row.columns()) {
            var value = row.at(column);
            if (!value.isEmpty() && !IDENTITY.contains(column)) {
                var item = LifeItem.of(row.form(), column);
                acts.add(new PerformedActs.PerformedAct(
                        key + column,
                        Concept.of(
                                CodingSystems.uri("LIFE-" + row.form()),
                                column,
                                item.map(LifeItem::name).orElse(column)),
                        Amount.NONE,
                        item.map(known -> known.shown(value)).orElse(value)));
            }
        }
        return acts;
    }

    private static List<Entry> vitals(LifeRow row, OffsetDateTime at) {
        var results = new ArrayList<Results.TestResult>();
        for (var column : List.of("height", "weight", "bmi")) {
            var value = row.at(column);
            if (!value.isEmpty()) {
                var code = VITALS.getOrDefault(column, new Code("", column, column));
                var unit = UNITS.getOrDefault(column, "");
                results.add(new Results.TestResult(
                        column,
                        new Concept(code.display(), List.of(code)),
                        value,
                        new Amount(value, unit, unit, "http://unitsofmeasure.org"),
                        Concept.NONE,
                        "",
                        "",
                        "",
                        "F",
                        at,
                        List.of()));
            }
        }
        return results.isEmpty()
                ? List.of()
                : List.of(new Results(
                        "vitals",
                        at,
                        Results.ResultKind.VITAL,
                        "身体計測",
                        Concept.NONE,
                        "",
                        "",
                        results,
                        at,
                        false,
                        Set.of()));
    }
}

package hmnet.formats.life;

import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.CodingSystems;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// What a LIFE file says of each user (利用者ごとの記載): rows of one record together, every filled column an
/// item.
final class LifeSheets {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMMdd'000000'");
    private static final LocalDate UNDATED = LocalDate.of(1970, 1, 1);
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
                LifePerson.person(first),
                null,
                source,
                at.format(VERSION),
                at,
                false,
                user,
                entries(rows, at));
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
            entries.add(PerformedActs.of(
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
        rows.stream().limit(1).forEach(row -> entries.addAll(LifeVitals.vitals(row, at)));
        return entries;
    }

    private static List<PerformedActs.PerformedAct> acts(LifeRow row, String key) {
        var acts = new ArrayList<PerformedActs.PerformedAct>();
        for (var column : row.columns()) {
            var value = row.at(column);
            if (!value.isEmpty() && !LifePerson.IDENTITY.contains(column)) {
                var item = LifeItem.of(row.form(), column);
                acts.add(PerformedActs.PerformedAct.of(
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
}

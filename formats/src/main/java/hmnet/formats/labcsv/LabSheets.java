package hmnet.formats.labcsv;

import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// What a laboratory's file says of each patient (患者・依頼ごとの結果): a set for each order and material.
final class LabSheets {
    static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final LabLayout layout;

    LabSheets(LabLayout layout) {
        this.layout = layout;
    }

    List<Sheet> of(List<LabLine> lines) {
        var sets = new LinkedHashMap<String, List<LabLine>>();
        lines.forEach(line ->
                sets.computeIfAbsent(line.set(), any -> new ArrayList<>()).add(line));
        return sets.entrySet().stream()
                .map(set -> sheet("lab/" + set.getValue().getFirst().at("lab") + "/" + set.getKey(), set.getValue()))
                .toList();
    }

    private Sheet sheet(String source, List<LabLine> lines) {
        var first = lines.getFirst();
        var at = LabTimes.at(first);
        var reported = JapaneseDate.day(LabTimes.dayOf(first.at("reported")));
        return new Sheet(
                first.at("patient"),
                person(first),
                null,
                source,
                (reported == null ? at : reported.atStartOfDay().atOffset(JAPAN)).format(VERSION),
                at,
                false,
                false,
                entries(lines, at));
    }

    private static Demographics person(LabLine line) {
        var name = FullName.of(line.at("name"));
        var kana = FullName.of(line.at("kana"));
        return new Demographics(
                name.family(),
                name.given(),
                kana.family(),
                kana.given(),
                JapaneseDate.day(line.at("birth")),
                switch (line.at("sex")) {
                    case "1", "M", "男" -> "male";
                    case "2", "F", "女" -> "female";
                    default -> "unknown";
                },
                "",
                "",
                "",
                null);
    }

    private List<Entry> entries(List<LabLine> lines, OffsetDateTime at) {
        var byMaterial = new LinkedHashMap<String, List<LabLine>>();
        lines.forEach(line -> byMaterial
                .computeIfAbsent(line.at("materialCode") + "/" + line.at("material"), any -> new ArrayList<>())
                .add(line));
        var entries = new ArrayList<Entry>();
        byMaterial.forEach((material, some) -> entries.add(set(material, some, at)));
        return entries;
    }

    private Entry set(String material, List<LabLine> lines, OffsetDateTime at) {
        var first = lines.getFirst();
        var results = new ArrayList<Results.TestResult>();
        var seen = new HashMap<String, Integer>();
        for (var line : lines) {
            var key = line.at("itemCode") + "/" + line.at("jlac10") + "/" + line.at("item");
            int again = seen.merge(key, 1, Integer::sum);
            results.add(result(line, again == 1 ? key : key + "/" + again, at));
        }
        boolean last = results.stream().allMatch(result -> result.status().equals("F"));
        return new Results(
                "results/" + material,
                at,
                Results.ResultKind.LABORATORY,
                first.at("panel"),
                Results.LabMaterial.of(
                        LabTestCodes.concept("LAB-MATERIAL", first.at("materialCode"), first.at("material"))),
                first.at("order"),
                OrderSource.of(first.at("department"), first.at("doctor")).in(setting(first.at("inout"))),
                List.copyOf(results),
                LabConditions.ofOrder(lines),
                CareStatus.ACTIVE,
                last ? at : null,
                false,
                Set.of());
    }

    /// Only where words say it: numbers differ from laboratory to laboratory.
    private static CareSetting setting(String said) {
        return said.startsWith("入")
                ? CareSetting.INPATIENT
                : said.startsWith("外") ? CareSetting.OUTPATIENT : CareSetting.UNKNOWN;
    }

    private Results.TestResult result(LabLine line, String key, OffsetDateTime at) {
        var notes = new ArrayList<String>();
        for (int i = 1; i <= 6; i++) {
            if (!line.at("comment" + i).isEmpty()) {
                notes.add(line.at("comment" + i));
            } else if (!line.at("commentCode" + i).isEmpty()) {
                notes.add("コメントコード " + line.at("commentCode" + i));
            }
        }
        if (!line.at("status").isEmpty() && !layout.means("status", line.at("status"))) {
            notes.add("報告状況 " + line.at("status"));
        }
        notes.addAll(LabConditions.ofResult(line));
        var limits = LabLimits.of(line);
        return new Results.TestResult(
                key,
                LabTestCodes.test(layout, line),
                value(line),
                Amount.of("", line.at("unit")),
                Concept.NONE,
                limits.low(),
                limits.high(),
                limits.words(),
                layout.meaning("flag", line.at("flag"), line.at("flag")),
                status(line),
                at,
                List.copyOf(notes),
                Set.of());
    }

    /// Without a value nothing is final, unless the laboratory says that there will be none.
    private String status(LabLine line) {
        var said = layout.meaning("status", line.at("status"), "F");
        return !line.at("value").isEmpty() || said.equals("X") ? said : "P";
    }

    /// A number whose laboratory could only say that it is below or above is never without its sign.
    private String value(LabLine line) {
        return line.at("value").isEmpty() ? "" : layout.meaning("limit", line.at("limit"), "") + line.at("value");
    }
}

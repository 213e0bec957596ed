package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.code.StandardDepartments;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.Map;
import java.util.TreeMap;

/// Who prescribed, where (処方元), each with its code; what of the head no chart holds is named.
record RxSource(RxFile file, Notes notes) {
    private static final Map<String, String> NOT_CARRIED = Map.of(
            "2", "医療機関所在地",
            "3", "医療機関電話",
            "14", "一部負担金区分",
            "21", "保険種別",
            "24", "負担・給付率",
            "25", "職務上の事由",
            "27", "第一公費",
            "28", "第二公費",
            "29", "第三公費",
            "30", "特殊公費");

    OrderSource source() {
        new TreeMap<>(NOT_CARRIED).forEach((tag, name) -> {
            if (file.head().containsKey(tag)) {
                notes.info("not-carried", file.at(tag), 0, name);
            }
        });
        named("31", 1, "レセプト種別");
        named("23", 3, "被保険者/被扶養者");
        if (file.at("5").has(3)) {
            named("5", 2, "医師カナ氏名");
        }
        file.groups().stream()
                .flatMap(group -> group.medicines().stream())
                .flatMap(medicine -> medicine.all("231").stream())
                .findFirst()
                .ifPresent(line -> notes.info("not-carried", line, 0, "公費負担区分"));
        return new OrderSource(department(), doctor(), facility(), CareSetting.UNKNOWN);
    }

    private void named(String tag, int column, String name) {
        if (file.at(tag).has(column)) {
            notes.info("not-carried", file.at(tag), column, name);
        }
    }

    private Concept facility() {
        var place = file.at("1");
        return PharmacySlip.institution(place.at(3), place.at(1), place.at(2), place.at(4));
    }

    private Concept department() {
        RecordLine line = file.at("4");
        var code = line.at(2).length() == 1 ? "0" + line.at(2) : line.at(2);
        var name = line.has(3) ? line.at(3) : StandardDepartments.name(code).orElse("");
        return Concept.of(PharmacySlip.DEPARTMENT, line.at(2), name);
    }

    private Concept doctor() {
        var line = file.at("5");
        return Concept.of(PharmacySlip.DOCTOR, line.at(1), line.has(3) ? line.at(3) : line.at(2));
    }
}

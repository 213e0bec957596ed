package hmnet.formats.labcsv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Under what conditions a sample was taken and how it was when it came (採取・検体の状態): words beside each result.
final class LabConditions {
    private static final Map<String, String> OF_RESULT = ordered(
            "load",
            "負荷",
            "retest",
            "再検",
            "lipemia",
            "乳び",
            "hemolysis",
            "溶血",
            "bilirubin",
            "ビリルビン",
            "dialysis",
            "透析",
            "meal",
            "食事",
            "pregnancy",
            "妊娠",
            "type",
            "結果形態",
            "rangeClass",
            "基準値区分");
    private static final Map<String, String> OF_ORDER = ordered("note", "", "ward", "病棟", "inout", "入外区分");

    private LabConditions() {}

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            titles.put(pairs[i], pairs[i + 1]);
        }
        return titles;
    }

    static List<String> ofResult(LabLine line) {
        return said(line, OF_RESULT);
    }

    /// Each once, of all lines of a set.
    static List<String> ofOrder(List<LabLine> lines) {
        return lines.stream()
                .flatMap(line -> said(line, OF_ORDER).stream())
                .distinct()
                .toList();
    }

    /// A zero says that there is none, as all laboratories of our layouts use it.
    private static List<String> said(LabLine line, Map<String, String> titles) {
        var said = new ArrayList<String>();
        titles.forEach((field, title) -> {
            if (!line.at(field).isEmpty() && !line.at(field).equals("0")) {
                said.add((title + " " + line.at(field)).strip());
            }
        });
        return said;
    }
}

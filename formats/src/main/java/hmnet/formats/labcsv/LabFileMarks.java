package hmnet.formats.labcsv;

import hmnet.formats.base.csv.RecordLine;
import java.util.regex.Pattern;

/// What the lines of a layout look like (検査結果ファイルの見分け).
final class LabFileMarks {
    static final Pattern DAY = Pattern.compile("(19|20)\\d{2}[-/]?[01]\\d[-/]?[0-3]\\d.*");

    private LabFileMarks() {}

    static boolean isLine(LabLayout layout, RecordLine line) {
        var sampled = layout.csv().fields().get("sampled");
        return line.size() >= layout.least()
                && line.size() <= layout.most()
                && sampled != null
                && DAY.matcher(line.at(sampled.from())).matches();
    }

    /// The layout of ours names its columns.
    static boolean named(LabLayout layout, RecordLine heading) {
        return !layout.equals(LabLayout.own())
                || layout.csv().fields().entrySet().stream()
                        .allMatch(field -> heading.at(field.getValue().from()).equals(field.getKey()));
    }
}

package hmnet.formats.jahis.tc;

import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What is said beside the drugs of a dispensing (調剤の備考).
record TcRemarks(TcFile file, Dispensing dispensing, LocalDate day) {
    static final String DISPENSED = "調剤 ";
    static final String REMARK = "備考 ";
    private static final Pattern TITLED =
            Pattern.compile("(服用注意|提供情報（入院中の副作用）|提供情報（退院後の服薬）|提供情報|残薬確認|備考|患者等記入(?:（([0-9-]{10})）)?) (.+)");

    /// The record of a remark, without who wrote it: where its title is none of a reader's, 備考.
    static List<String> record(String remark) {
        var titled = TITLED.matcher(remark);
        if (!titled.matches()) {
            return List.of("501", remark);
        }
        var text = titled.group(3);
        return switch (titled.group(1)) {
            case "服用注意" -> List.of("401", text);
            case "提供情報（入院中の副作用）" -> List.of("411", text, "30");
            case "提供情報（退院後の服薬）" -> List.of("411", text, "31");
            case "提供情報" -> List.of("411", text, "99");
            case "残薬確認" -> List.of("421", text);
            case "備考" -> List.of("501", text);
            // From outside: of the titles 患者等記入 is left.
            default ->
                List.of(
                        "601",
                        text,
                        titled.group(2) == null ? "" : titled.group(2).replace("-", ""));
        };
    }

    List<String> remarks() {
        var remarks = new ArrayList<String>();
        var by = (dispensing.first("11").at(1) + " " + dispensing.first("15").at(1)).strip();
        if (!by.isEmpty()) {
            remarks.add(DISPENSED + by);
        }
        if (!file.alone().isWhole()) {
            remarks.add("分割データ" + file.alone().total() + "件のうち" + file.alone().number() + "件目のみ");
        }
        told().forEach(section -> remarks.add(section.title() + " " + section.text()));
        return List.copyOf(remarks);
    }

    List<Paper.PaperSection> told() {
        var told = new ArrayList<Paper.PaperSection>();
        var recorder = TcRecorder.of(dispensing.day());
        for (var line : dispensing.more()) {
            var title = switch (line.tag()) {
                case "401" -> "服用注意";
                case "411" ->
                    switch (line.at(2)) {
                        case "30" -> "提供情報（入院中の副作用）";
                        case "31" -> "提供情報（退院後の服薬）";
                        default -> "提供情報";
                    };
                case "421" -> "残薬確認";
                case "501" -> "備考";
                case "601" -> "患者等記入" + (line.has(2) ? "（" + TcAbout.day(line.at(2)) + "）" : "");
                default -> "";
            };
            if (!title.isEmpty() && line.has(1)) {
                int by = line.tag().equals("411") ? 3 : 2;
                var words = line.tag().equals("601") ? "" : recorder.words(line, by);
                told.add(new Paper.PaperSection(title, line.at(1) + words));
            }
        }
        return told;
    }

    Paper paper() {
        var by = dispensing.first("11");
        return new Paper(
                "told",
                JapaneseDate.at(day),
                Paper.PaperKind.DOCUMENT,
                Concept.of("お薬手帳の提供情報"),
                "お薬手帳の提供情報",
                (by.at(1) + " " + dispensing.first("15").at(1)).strip(),
                "",
                told(),
                "",
                new byte[0],
                CareStatus.ACTIVE,
                Set.of());
    }
}

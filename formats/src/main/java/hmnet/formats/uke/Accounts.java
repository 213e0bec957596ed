package hmnet.formats.uke;

import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Why the care was needed, in the doctor's words (症状詳記): SJ, whose lines of one kind belong together.
final class Accounts {
    private Accounts() {}

    static List<Entry> of(Receipt receipt) {
        var sections = new ArrayList<Paper.PaperSection>();
        var title = "";
        var text = new StringBuilder();
        for (var row : receipt.all("SJ")) {
            if (row.has("区分") && !row.at("区分").equals(title)) {
                add(sections, title, text);
                title = row.at("区分");
            }
            text.append(row.at("文字"));
        }
        add(sections, title, text);
        return sections.isEmpty()
                ? List.of()
                : List.of(new Paper(
                        "account",
                        ReceiptSheet.at(receipt.first()),
                        Paper.PaperKind.DOCUMENT,
                        Concept.of("症状詳記"),
                        "症状詳記",
                        "",
                        "",
                        List.copyOf(sections),
                        "",
                        new byte[0],
                        CareStatus.ACTIVE,
                        Set.of()));
    }

    private static void add(List<Paper.PaperSection> sections, String kind, StringBuilder text) {
        if (!text.isEmpty()) {
            sections.add(new Paper.PaperSection("区分 " + kind, text.toString()));
            text.setLength(0);
        }
    }
}

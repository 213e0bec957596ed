package hmnet.formats.uke;

import hmnet.formats.chart.Concept;
import hmnet.formats.chart.Entry;
import hmnet.formats.chart.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Why the care was needed, in the doctor's words (症状詳記): SJ, whose lines of one kind belong together.
final class Accounts {
    private Accounts() {}

    static List<Entry> of(Receipt receipt) {
        var sections = new ArrayList<Paper.Section>();
        for (var row : receipt.all("SJ")) {
            var kind = row.at("区分");
            if (!sections.isEmpty()
                    && (kind.isEmpty() || sections.getLast().title().equals("区分 " + kind))) {
                var last = sections.removeLast();
                sections.add(new Paper.Section(last.title(), last.text() + row.at("文字")));
            } else {
                sections.add(new Paper.Section("区分 " + kind, row.at("文字")));
            }
        }
        return sections.isEmpty()
                ? List.of()
                : List.of(new Paper(
                        "account",
                        ReceiptSheet.at(receipt.first()),
                        Paper.Kind.DOCUMENT,
                        Concept.of("症状詳記"),
                        "症状詳記",
                        "",
                        "",
                        List.copyOf(sections),
                        "",
                        new byte[0],
                        Set.of()));
    }
}

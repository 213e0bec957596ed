package hmnet.care.documents;

import hmnet.care.documents.DocumentsScreen.PaperLine;
import hmnet.care.documents.DocumentsScreen.PaperList;
import hmnet.care.timeline.Line;
import hmnet.care.viewer.ChartFrame;
import java.util.List;

/// The papers of an invented resident (文書の見本).
public final class SampleDocuments {
    private SampleDocuments() {}

    public static DocumentsScreen screen(ChartFrame chart, List<Line> lines) {
        var papers = lines.stream()
                .map(line -> new PaperLine(line, chart.path() + "/records/r1/files/1/preview"))
                .toList();
        return new DocumentsScreen(
                chart,
                List.of("summary", "letter", "physiology"),
                null,
                List.of(new PaperList("summary", papers), new PaperList("physiology", papers)),
                chart.path() + "/documents?before=x",
                null,
                List.of());
    }
}

package hmnet.care.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.care.documents.DocumentsScreen.PaperLine;
import hmnet.care.documents.DocumentsScreen.PaperList;
import hmnet.care.timeline.Line;
import hmnet.care.viewer.ChartFrame;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /// So many reports of one moment, and one of another year (見本の報告書).
    public static ReceivedFile reports(String number, int count) {
        var reports = IntStream.range(0, count)
                .mapToObj(n -> report("r" + n, "RAD", "見本の報告" + n, "2026-06-12T09:15:00+09:00"))
                .collect(Collectors.joining(","));
        return papers(number, reports + "," + report("old", "RAD", "昔の報告", "2019-06-12T09:15:00+09:00"));
    }

    static String report(String id, String code, String title, String at) {
        return """
                {"resource":{"resourceType":"DiagnosticReport","id":"%s","status":"final",
                "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"%s"}]}],
                "code":{"text":"%s"},"conclusion":"所見なし","subject":{"reference":"Patient/p"},
                "effectiveDateTime":"%s"}}""".formatted(id, code, title, at);
    }

    static ReceivedFile papers(String number, String resources) {
        var bundle = """
                {"resourceType":"Bundle","type":"collection","timestamp":"2026-06-12T10:00:00+09:00","entry":[
                {"resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"%s"}],
                "name":[{"family":"見本","given":["花子"]}],"gender":"female","birthDate":"1950-02-28"}},
                %s]}""".formatted(number, resources);
        return new ReceivedFile("papers.json", bundle.getBytes(UTF_8), Door.FILES);
    }
}

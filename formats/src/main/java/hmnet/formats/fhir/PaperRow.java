package hmnet.formats.fhir;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// A document or report as a row (文書・報告の行): JP_DocumentReference, or JP_DiagnosticReport_Common with
/// the file.
final class PaperRow {
    private PaperRow() {}

    static Part of(Paper paper, Ids ids) {
        var kind = switch (paper.kind()) {
            case DOCUMENT -> RecordKind.DOCUMENT;
            case REPORT -> RecordKind.REPORT;
        };
        var labels = Rows.labels(paper.labels(), paper.department());
        labels.addAll(Rows.labelsOfWords(paper.title()));
        paper.sections().forEach(section -> labels.addAll(Rows.labelsOfWords(section.title() + " " + section.text())));
        var bundle = new Bundle(ids);
        if (paper.kind() == Paper.PaperKind.REPORT) {
            report(bundle, paper);
        } else {
            document(bundle, paper);
        }
        return Rows.RowFrame.of(kind, paper, labels, paper.department())
                .part(
                        state(paper) + (paper.title().isBlank() ? paper.type().shown() : paper.title()),
                        paper.type().codes(),
                        new DocumentExtract(
                                paper.type().shown(),
                                paper.author(),
                                paper.contentType(),
                                length(paper),
                                paper.sections().stream()
                                        .map(section ->
                                                new DocumentExtract.SectionItem(section.title(), section.text()))
                                        .toList(),
                                paper.status().state()),
                        bundle);
    }

    private static String state(Paper paper) {
        var words = paper.status().state().words();
        return words.isEmpty() ? "" : "（" + words + "）";
    }

    private static void document(Bundle bundle, Paper paper) {
        var json = bundle.start("DocumentReference", paper.key(), "JP_DocumentReference");
        json.openList("identifier").identifier("", paper.key()).closeList();
        json.text("status", paper.status().state() == CareState.ENDED ? "superseded" : "current");
        if (paper.status().state() == CareState.DRAFT) {
            json.text("docStatus", "preliminary");
        }
        json.concept("type", paper.type()).reference("subject", bundle.patient());
        json.text("date", Bundle.instant(paper.at()));
        if (!paper.author().isBlank()) {
            json.openList("author")
                    .open()
                    .text("display", paper.author())
                    .close()
                    .closeList();
        }
        json.text("description", paper.title()).openList("content").open();
        attachment(json, "attachment", paper);
        json.close().closeList();
        bundle.end();
    }

    private static void report(Bundle bundle, Paper paper) {
        var json = bundle.start("DiagnosticReport", paper.key(), "JP_DiagnosticReport_Common");
        json.openList("identifier").identifier("", paper.key()).closeList();
        json.text("status", reported(paper.status().state()));
        json.concept("code", paper.type().isNone() ? Concept.of(paper.title()) : paper.type());
        json.reference("subject", bundle.patient()).text("effectiveDateTime", Bundle.time(paper.at()));
        if (!paper.author().isBlank()) {
            json.openList("performer")
                    .open()
                    .text("display", paper.author())
                    .close()
                    .closeList();
        }
        json.text("conclusion", words(paper));
        if (length(paper) > 0) {
            json.openList("presentedForm");
            json.open();
            attachmentBody(json, paper);
            json.close().closeList();
        }
        bundle.end();
    }

    /// FHIR's word for the report.
    private static String reported(CareState state) {
        return switch (state) {
            case ACTIVE, ENDED -> "final";
            case DRAFT -> "preliminary";
            case IN_PROGRESS, PARTIAL -> "partial";
            case PLANNED, ON_HOLD -> "registered";
            case STOPPED, CANCELLED, NOT_DONE, REFUSED, PROHIBITED, REFUTED -> "cancelled";
            case UNKNOWN -> "unknown";
        };
    }

    private static void attachment(FhirJson json, String name, Paper paper) {
        json.open(name);
        attachmentBody(json, paper);
        json.close();
    }

    private static void attachmentBody(FhirJson json, Paper paper) {
        var stored = paper.stored();
        if (stored != null) {
            json.text("contentType", paper.contentType()).text("url", stored.address());
            json.number("size", Integer.toString(length(paper)));
            json.text("title", paper.title()).text("creation", Bundle.time(paper.at()));
            return;
        }
        boolean file = paper.content().length > 0;
        json.text("contentType", file ? paper.contentType() : "text/plain; charset=utf-8");
        json.base64("data", file ? paper.content() : words(paper).getBytes(StandardCharsets.UTF_8));
        json.text("title", paper.title()).text("creation", Bundle.time(paper.at()));
    }

    /// FHIR's `size` ends at 2 GiB; what is larger is told as that.
    private static int length(Paper paper) {
        var stored = paper.stored();
        return stored == null ? paper.content().length : (int) Math.min(Integer.MAX_VALUE, stored.length());
    }

    private static String words(Paper paper) {
        return paper.sections().stream()
                .map(section -> section.title().isBlank() ? section.text() : section.title() + "\n" + section.text())
                .collect(Collectors.joining("\n\n"));
    }
}

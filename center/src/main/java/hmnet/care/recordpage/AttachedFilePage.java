package hmnet.care.recordpage;

import hmnet.care.viewer.ChartPages;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.other.Attachments.AttachedContent;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One file of a record (添付ファイルの受渡し): decided and traced like the record, and never trusted. Its
/// kind is what its bytes say; no browser runs, guesses or keeps it (S073). A browser draws no PDF inside a
/// sandbox, so a PDF is saved and opened outside.
@Controller
class AttachedFilePage {
    static final String SANDBOX = "sandbox; default-src 'none'";

    private final ChartPages chartPages;
    private final AttachedFiles attachedFiles;

    AttachedFilePage(ChartPages chartPages, AttachedFiles attachedFiles) {
        this.chartPages = chartPages;
        this.attachedFiles = attachedFiles;
    }

    /// @param file its place in the record, the first is 1
    @GetMapping("/people/{person}/records/{id}/files/{file}")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> show(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @PathVariable int file,
            Requester requester,
            Frame frame) {
        return chartPages.hand(
                requester,
                person,
                frame,
                ChartView.FILE.of(id),
                chart -> chart.document(id)
                        .flatMap(document -> attachedFiles
                                .one(document, file)
                                .map(safe -> answer(safe, name(document, file, safe)))));
    }

    private static ResponseEntity<byte[]> answer(AttachedContent.Safe file, String name) {
        var disposition =
                AttachedFiles.drawn(file.kind()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString())
                .body(file.content());
    }

    /// Says nothing of anybody: files saved on a ward's computer are seen by others.
    private static String name(Chart.Document document, int file, AttachedContent.Safe safe) {
        var day = document.entry()
                .occurredAt()
                .atZoneSameInstant(Hl7Time.JAPAN)
                .toLocalDate()
                .toString();
        return "record-" + day + "-" + file + "." + AttachedFiles.ending(safe);
    }
}

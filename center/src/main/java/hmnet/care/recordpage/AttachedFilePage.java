package hmnet.care.recordpage;

import hmnet.care.viewer.ChartPages;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(AttachedFilePage.class);

    private final ChartPages chartPages;
    private final AttachedFiles attachedFiles;
    private final Pages pages;

    AttachedFilePage(ChartPages chartPages, AttachedFiles attachedFiles, Pages pages) {
        this.chartPages = chartPages;
        this.attachedFiles = attachedFiles;
        this.pages = pages;
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
        return chartPages.take(
                requester,
                person,
                frame,
                ChartView.FILE.of(id),
                chart -> chart.document(id)
                        .map(document -> new AskedFile(
                                attachedFiles.of(document),
                                file,
                                day(document.entry()),
                                chart.door().isPresent())),
                asked -> asked.files()
                        .one(file)
                        .filter(shown -> !asked.toReadOnly() || AttachedFiles.drawn(shown.kind()))
                        .<ResponseEntity<?>>map(shown -> answer(shown, asked, id, frame))
                        .orElseGet(() -> pages.notFound(frame)));
    }

    /// @param toReadOnly nothing that a browser would save
    private record AskedFile(RecordFiles files, int file, String day, boolean toReadOnly) {
        /// Says nothing of anybody: files saved on a ward's computer are seen by others.
        String name(ShownFile shown) {
            return "record-" + day + "-" + file + "." + shown.ending();
        }
    }

    private static String day(ChartEntry entry) {
        return entry.occurredAt().atZoneSameInstant(Hl7Time.JAPAN).toLocalDate().toString();
    }

    /// Sent as it is read; any part of it can be asked for (Range). One that is missing or damaged is told as that.
    private ResponseEntity<?> answer(ShownFile shown, AskedFile asked, UUID record, Frame frame) {
        try {
            shown.demandWhole();
        } catch (IOException e) {
            LOG.error("A file of the record {} cannot be handed out", record, e);
            return pages.unavailable(frame);
        }
        var disposition =
                AttachedFiles.drawn(shown.kind()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return guarded(MediaType.parseMediaType(shown.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(asked.name(shown)).build().toString())
                .body(shown.body());
    }

    /// What every answer says that carries anything of a file.
    static ResponseEntity.BodyBuilder guarded(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}

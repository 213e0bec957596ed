package hmnet.care.recordpage;

import hmnet.care.recordpage.FilePreviews.TakenFile;
import hmnet.care.viewer.ChartPages;
import hmnet.formats.other.FileKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.previews.PagePicture;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A file of a record as pictures (添付ファイルのプレビュー): decided and traced like the file itself, and so is each
/// picture. What a browser gets are pictures that were drawn here, never the file that came; a film comes as it is.
@Controller
class FilePreviewPage {
    private static final Logger LOG = LoggerFactory.getLogger(FilePreviewPage.class);

    private final ChartPages chartPages;
    private final FilePreviews filePreviews;
    private final Pages pages;

    FilePreviewPage(ChartPages chartPages, FilePreviews filePreviews, Pages pages) {
        this.chartPages = chartPages;
        this.filePreviews = filePreviews;
        this.pages = pages;
    }

    /// @param page the one that the screen begins with, the first is 1
    @GetMapping("/people/{person}/records/{id}/files/{file}/preview")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> show(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @PathVariable int file,
            @RequestParam(defaultValue = "1") int page,
            Requester requester,
            Frame frame) {
        return chartPages.take(
                requester,
                person,
                frame,
                ChartView.PREVIEW.of(id),
                taken(id, file, frame),
                taken -> filePreviews
                        .screen(taken, page, frame.m())
                        .<ResponseEntity<?>>map(screen -> drawn(screen, frame))
                        .orElseGet(() -> pages.notFound(frame)));
    }

    private ResponseEntity<?> drawn(FilePreviewScreen screen, Frame frame) {
        var template = ChartView.PREVIEW.template().orElseThrow();
        return Pages.answer(HttpStatus.OK, pages.render(template, frame, Map.of("page", screen)));
    }

    /// One page as a picture.
    @GetMapping("/people/{person}/records/{id}/files/{file}/pages/{page}")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> picture(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @PathVariable int file,
            @PathVariable int page,
            Requester requester,
            Frame frame) {
        return chartPages.take(
                requester,
                person,
                frame,
                ChartView.PAGE_PICTURE.of(id),
                taken(id, file, frame),
                taken -> switch (filePreviews.page(taken, page)) {
                    case PagePicture.Drawn drawn ->
                        AttachedFilePage.guarded(MediaType.IMAGE_JPEG).body(drawn.jpeg());
                    case PagePicture.Undrawn undrawn -> pages.notFound(frame);
                });
    }

    /// A film, whole or in parts as a player asks for them.
    @GetMapping("/people/{person}/records/{id}/files/{file}/film")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> film(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @PathVariable int file,
            Requester requester,
            Frame frame) {
        return chartPages.take(
                requester,
                person,
                frame,
                ChartView.FILM.of(id),
                taken(id, file, frame),
                taken -> taken.shown()
                        .filter(shown -> shown.kind() == FileKind.MP4)
                        .<ResponseEntity<?>>map(shown -> film(shown, id, frame))
                        .orElseGet(() -> pages.notFound(frame)));
    }

    /// Sent as it is read. One that is missing or damaged is told as that.
    private ResponseEntity<?> film(ShownFile shown, UUID record, Frame frame) {
        try {
            shown.demandWhole();
        } catch (IOException e) {
            LOG.error("A film of the record {} cannot be handed out", record, e);
            return pages.unavailable(frame);
        }
        return AttachedFilePage.guarded(MediaType.parseMediaType(shown.contentType()))
                .body(shown.body());
    }

    private Function<Chart, Optional<TakenFile>> taken(UUID id, int file, Frame frame) {
        return chart -> chart.document(id).map(document -> filePreviews.take(chart, document, file, frame.m()));
    }
}

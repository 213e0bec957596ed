package hmnet.consent.mypages;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a resident reads who saw what, and takes a receipt home (だれが見たか).
@Controller
class OwnLogPage {
    private final OwnLog log;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnLogPage(OwnLog log, OwnWhoses whoses, Pages pages) {
        this.log = log;
        this.whoses = whoses;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT_SEES)
    @GetMapping("/my/log")
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable UUID before, ResidentCaller resident, Frame frame) {
        var part = log.of(resident, before);
        var older = part.older() == null ? null : "/my/log?before=" + part.older();
        var screen = new OwnLogScreen(part.lines(), older, before == null ? null : "/my/log");
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "consent/mypages/log",
                        frame.ofResident(),
                        Map.of("page", screen, "whose", whoses.of(resident))));
    }

    /// What this line says, signed, as a file to take home.
    @Rule(Right.SUBJECT_SEES)
    @GetMapping("/my/log/{id}/receipt")
    ResponseEntity<String> receipt(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return log.receipt(resident, id, frame.m())
                .map(receipt -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("hmnet-receipt-" + id + ".txt")
                                        .build()
                                        .toString())
                        .body(receipt))
                .orElseGet(() -> pages.notFound(frame.ofResident()));
    }
}

package hmnet.care.handbook;

import hmnet.care.handbook.OwnCopy.CopyState;
import hmnet.care.handbook.OwnExportScreen.ReadyCopy;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.consent.residents.OwnSessionMark;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.keys.ErasedKey;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A resident takes everything away that the door to their own chart opens (自分の記録の書き出し; F203). A
/// proxy takes the kinds of record that they may read.
@Controller
class OwnExportPage {
    private static final Logger LOG = LoggerFactory.getLogger(OwnExportPage.class);
    private static final String PATH = "/my/export";
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final int KILOBYTE = 1024;

    private final OwnCopies copies;
    private final OwnWhoses whoses;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;
    private final Clock clock;

    OwnExportPage(
            OwnCopies copies,
            OwnWhoses whoses,
            Audit audit,
            TransactionOperations transaction,
            Pages pages,
            Clock clock) {
        this.copies = copies;
        this.whoses = whoses;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
        this.clock = clock;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(PATH)
    ResponseEntity<String> show(ResidentCaller resident, HttpServletRequest request, Frame frame) {
        return page(screen(copies.newest(resident, session(request))), resident, HttpStatus.OK, frame);
    }

    @Rule(Right.SUBJECT_READS)
    @PostMapping(PATH)
    ResponseEntity<String> make(ResidentCaller resident, HttpServletRequest request, Frame frame) {
        return copies.begin(resident, session(request), frame.ofResident())
                ? Pages.seeOther(PATH)
                : page(new OwnExportScreen(null, null, "too-many"), resident, HttpStatus.TOO_MANY_REQUESTS, frame);
    }

    /// To the session that asked for it, while its page is open.
    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/export/file")
    ResponseEntity<?> file(ResidentCaller resident, HttpServletRequest request, Frame frame) {
        var ready = copies.newest(resident, session(request)).map(copy -> copy.ready(clock.instant()));
        if (ready.isEmpty()) {
            return Pages.seeOther(PATH);
        }
        try {
            var bytes = copies.open(ready.get());
            transaction.executeWithoutResult(status ->
                    audit.write(resident.did(Action.OWN_PAGE_SHOWN, "taken").with("page", "export")));
            return ResponseEntity.ok()
                    .contentType(ZIP)
                    .contentLength(ready.get().length())
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("my-records.zip")
                                    .build()
                                    .toString())
                    .body(new InputStreamResource(bytes));
        } catch (ErasedKey erased) {
            return pages.gone(frame.ofResident());
        } catch (IOException e) {
            LOG.error("A copy of a resident's own records cannot be read", e);
            return pages.unavailable(frame.ofResident());
        }
    }

    private static byte[] session(HttpServletRequest request) {
        return OwnSessionMark.of(request).orElseThrow();
    }

    private OwnExportScreen screen(Optional<OwnCopy> copy) {
        return copy.map(one -> switch (one.state()) {
                    case CopyState.CopyBegun begun -> new OwnExportScreen(begun.percent(), null, null);
                    case CopyState.CopyReady ready -> new OwnExportScreen(null, ready(one), null);
                    case CopyState.CopyFailed failed -> new OwnExportScreen(null, null, "failed");
                })
                .orElseGet(() -> new OwnExportScreen(null, null, null));
    }

    private @Nullable ReadyCopy ready(OwnCopy copy) {
        var ready = copy.ready(clock.instant());
        return ready == null
                ? null
                : new ReadyCopy(
                        (ready.length() + KILOBYTE - 1) / KILOBYTE,
                        ready.until().atZone(JapaneseDates.JAPAN).toOffsetDateTime());
    }

    private ResponseEntity<String> page(
            OwnExportScreen screen, ResidentCaller resident, HttpStatus status, Frame frame) {
        return Pages.answer(
                status,
                pages.render(
                        "care/handbook/export",
                        frame.ofResident(),
                        Map.of("page", screen, "whose", whoses.of(resident))));
    }
}

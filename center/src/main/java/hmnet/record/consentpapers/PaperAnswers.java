package hmnet.record.consentpapers;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileKind;
import hmnet.ground.audit.Trace;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.keys.ErasedKey;
import hmnet.record.consentpapers.ConsentPapers.PaperFile;
import hmnet.record.examination.Examination;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// A paper on its way to a browser (同意書の画像の受渡し): its kind is what its bytes say; no browser runs, guesses or keeps it
/// (S073). A PDF and a TIFF are saved and opened outside: a browser draws no PDF inside a sandbox.
@Component
class PaperAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PaperAnswers.class);
    private static final String SANDBOX = "sandbox; default-src 'none'";
    private static final int KILOBYTE = 1024;

    private final ConsentPapers papers;
    private final Pages pages;

    PaperAnswers(ConsentPapers papers, Pages pages) {
        this.papers = papers;
        this.pages = pages;
    }

    /// @param closed where it is said that the file is not handed out today, with an end that says whether it may be
    /// soon
    ResponseEntity<?> answer(ConsentPaper paper, Trace trace, String closed, Frame frame) {
        try {
            return papers.open(paper, trace)
                    .<ResponseEntity<?>>map(PaperAnswers::file)
                    .orElseGet(() -> pages.notFound(frame));
        } catch (Unreadable refusal) {
            LOG.warn(
                    "The paper {} is not handed out: {}",
                    paper.id(),
                    refusal.note().code());
            return Pages.seeOther(closed + (Examination.isForNow(refusal) ? "later" : "closed"));
        } catch (ErasedKey erased) {
            return pages.gone(frame);
        } catch (IOException e) {
            if (papers.find(paper.person(), paper.id()).isEmpty()) {
                return pages.notFound(frame);
            }
            LOG.error("The paper {} cannot be read", paper.id(), e);
            return pages.unavailable(frame);
        }
    }

    private static ResponseEntity<byte[]> file(PaperFile file) {
        var paper = file.paper();
        var disposition = drawn(paper.fileKind()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name(paper)).build().toString())
                .body(file.content());
    }

    private static boolean drawn(FileKind kind) {
        return kind == FileKind.JPEG || kind == FileKind.PNG;
    }

    /// Says nothing of anybody: a saved file is seen by others.
    private static String name(ConsentPaper paper) {
        return "consent-" + paper.signedOn() + "." + ending(paper.fileKind());
    }

    private static String ending(FileKind kind) {
        return switch (kind) {
            case PDF -> "pdf";
            case PNG -> "png";
            case JPEG -> "jpg";
            case TIFF -> "tif";
            case HEIC, MP4, OFFICE, OLD_OFFICE, PARCEL, ALBUM ->
                throw new IllegalStateException("No paper is kept as " + kind);
        };
    }

    /// What a paper is and how large, for a list.
    static String size(ConsentPaper paper) {
        return paper.fileKind().word() + " " + Math.ceilDiv(paper.size(), KILOBYTE) + " KB";
    }
}

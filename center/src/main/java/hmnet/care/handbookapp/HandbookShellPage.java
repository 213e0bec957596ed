package hmnet.care.handbookapp;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What is the same for everybody (アプリの外枠): the page in which a device shows its copy, the worker that opens it without
/// a
/// network, and what a telephone needs to install the app. All of it names nobody.
@Controller
class HandbookShellPage {
    private static final String POLICY = "Content-Security-Policy";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType MANIFEST = new MediaType("application", "manifest+json", StandardCharsets.UTF_8);
    private static final Duration ICON_FRESH = Duration.ofDays(7);

    /// No form goes anywhere from it: its script sends entries when it is time.
    private static final String OF_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " manifest-src 'self'; worker-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static final String OF_SERVICE =
            "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final HandbookShell shell;

    HandbookShellPage(HandbookShell shell) {
        this.shell = shell;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/handbook/kept")
    ResponseEntity<String> show(Frame frame, HttpServletResponse response) {
        response.setHeader(POLICY, OF_PAGE);
        return Pages.answer(HttpStatus.OK, shell.page(frame));
    }

    /// Answers for pages of the handbook and for no others. A browser asks for it at each start; when anything of the
    /// app is new, so are its bytes.
    @Rule(Right.PUBLIC)
    @GetMapping("/handbook/service.js")
    ResponseEntity<byte[]> service(Frame frame) {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", HandbookHomePage.PATH)
                .header(POLICY, OF_SERVICE)
                .body(shell.service(frame));
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/handbook/app.webmanifest")
    ResponseEntity<AppManifest> manifest(Frame frame) {
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.noCache())
                .body(AppManifest.of(frame.m()));
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/handbook/icon/{file}")
    ResponseEntity<byte[]> icon(@PathVariable String file) {
        return HandbookIcon.of(file)
                .map(icon -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(ICON_FRESH).cachePublic())
                        .body(icon.png()))
                .orElseGet(() -> ResponseEntity.notFound()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}

package hmnet.care.emergencycode;

import hmnet.ground.design.Assets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Where a crew reads a code (救急QRの読み取り). Everything happens in the browser: no code comes here. The page names nobody,
/// so that a device can keep it with its parts and the list of keys for where there is no network.
@Controller
class CodeReadingPage {
    static final String PATH = "/emergency/code";
    private static final String KEYS = PATH + "/keys";
    private static final String SERVICE = PATH + "/service.js";
    private static final String WORKER = PATH + "/worker/";
    private static final String POLICY = "Content-Security-Policy";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final Duration KEYS_FRESH = Duration.ofMinutes(1);

    /// Nothing may be sent from it, not even a form.
    private static final String OF_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self';"
                    + " form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static final String OF_SERVICE =
            "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// As the worker has it under `/static/` (decision 0084). It stands here a second time since a service
    /// worker answers for workers below its own scope alone.
    private static final String OF_WORKER =
            "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final PublishedKeys keys;
    private final Assets assets;
    private final Pages pages;

    CodeReadingPage(PublishedKeys keys, Assets assets, Pages pages) {
        this.keys = keys;
        this.assets = assets;
        this.pages = pages;
    }

    /// Without the header by which pages go to the lock: where there is no network it would lead nowhere, and
    /// what is on the screen goes by itself.
    @GetMapping(PATH)
    @Rule(Right.EMERGENCY)
    @MenuPlace(text = "menu.emergency-code", icon = "warn", group = MenuGroup.CARE, order = 19)
    ResponseEntity<String> show(Frame frame, HttpServletResponse response) {
        response.setHeader("Refresh", null);
        response.setHeader(POLICY, OF_PAGE);
        var parts = assets.codeReader();
        var kept = new ArrayList<>(parts.kept());
        kept.add(WORKER + parts.worker());
        var screen = new CodeReadingScreen(PATH, KEYS, SERVICE, WORKER + parts.worker(), SignedCode.PREFIX, kept);
        return Pages.answer(
                HttpStatus.OK, pages.render("care/emergencycode/reading", frame.ofResident(), Map.of("page", screen)));
    }

    /// For everybody: whoever reads codes needs the keys, and nobody is named.
    @GetMapping("/emergency/code/keys")
    @Rule(Right.PUBLIC)
    ResponseEntity<PublishedKeys.KeyList> keys() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(KEYS_FRESH).cachePublic())
                .body(keys.now());
    }

    /// Its scope is this page: no other one is answered by it.
    @GetMapping("/emergency/code/service.js")
    @Rule(Right.PUBLIC)
    ResponseEntity<byte[]> service() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", PATH)
                .header(POLICY, OF_SERVICE)
                .body(assets.read(assets.codeReader().service()));
    }

    @GetMapping("/emergency/code/worker/{file}")
    @Rule(Right.PUBLIC)
    ResponseEntity<byte[]> worker(@PathVariable String file) {
        return file.equals(assets.codeReader().worker())
                ? ResponseEntity.ok()
                        .contentType(SCRIPT)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                        .header(POLICY, OF_WORKER)
                        .body(assets.read(file))
                : ResponseEntity.notFound()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }
}

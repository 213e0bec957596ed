package hmnet.ground.design;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Renders whole pages to memory (画面の描画), so that a transaction can commit before the first byte goes out.
@Component
public class Pages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "hmnet");

    /// The whole page of a template, `care/viewer/timeline` for `care/viewer/timeline.jte`. It knows `frame` and `m`
    /// besides the model. Characters that would turn a line round stand as their numbers.
    public String render(String template, Frame frame, Map<String, ?> model) {
        var parameters = new HashMap<String, Object>(model);
        parameters.put("frame", frame);
        parameters.put("m", frame.m());
        var page = new StringOutput(16_384);
        templates.render(template + ".jte", parameters, page);
        return HiddenControls.shown(page.toString());
    }

    /// The last look before something is done (確かめる画面).
    public ResponseEntity<String> sure(Sure sure, Frame frame) {
        return answer(HttpStatus.OK, render("ground/design/sure", frame, Map.of("page", sure)));
    }

    /// The same for a resident, on a page of their own.
    public ResponseEntity<String> ownSure(Sure sure, Frame frame) {
        return answer(
                HttpStatus.OK, render("ground/design/sure", frame.ofResident(), Map.of("page", sure, "home", "/my")));
    }

    /// A page that leads on by itself, to a page of ours or to another site.
    ///
    /// @param go the words of its link, for whom nothing happens
    public ResponseEntity<String> leading(String title, String said, String go, String address, Frame frame) {
        return answer(
                HttpStatus.OK,
                render(
                        "ground/design/lead",
                        frame,
                        Map.of("title", title, "said", said, "go", go, "address", address)));
    }

    /// A table that a browser saves for a spreadsheet (CSV); no browser or proxy keeps it.
    public static ResponseEntity<byte[]> csv(String name, byte[] table) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(table);
    }

    /// The one answer to whoever asks for something unknown, closed or not theirs to ask for.
    public ResponseEntity<String> notFound(Frame frame) {
        return error(HttpStatus.NOT_FOUND, frame);
    }

    /// The answer to whoever may see what was erased.
    public ResponseEntity<String> gone(Frame frame) {
        return error(HttpStatus.GONE, frame);
    }

    /// The answer to whoever may see what cannot be read: its file is missing or damaged.
    public ResponseEntity<String> unavailable(Frame frame) {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE, render("ground/design/error", frame, Map.of("words", "unreadable")));
    }

    ResponseEntity<String> error(HttpStatus status, Frame frame) {
        return answer(status, render("ground/design/error", frame, Map.of("words", Integer.toString(status.value()))));
    }

    /// What follows a form that was carried out: going back or loading again repeats nothing.
    public static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    /// A word of an address that its page knows, or null: nothing else that stands there is shown.
    public static @Nullable String known(Set<String> words, @Nullable String word) {
        return word != null && words.contains(word) ? word : null;
    }

    boolean knows(String template) {
        return templates.hasTemplate(template + ".jte");
    }

    /// The answer that carries a rendered page; no browser or proxy keeps it.
    public static ResponseEntity<String> answer(HttpStatusCode status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page);
    }
}

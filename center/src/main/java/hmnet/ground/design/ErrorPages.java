package hmnet.ground.design;

import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What a browser sees when a request fails (エラー画面). Whatever is unknown, closed or not allowed is the
/// same calm 404, so that an answer never tells which. Machines get the status alone.
@Controller
class ErrorPages implements ErrorController {
    private final Pages pages;
    private final Frames frames;

    ErrorPages(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Rule(Right.PUBLIC)
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<String> show(HttpServletRequest request) {
        var status = shown(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        var accept = request.getHeader("Accept");
        if (accept == null || !accept.contains("text/html")) {
            return ResponseEntity.status(status).build();
        }
        return pages.error(
                status, status == HttpStatus.SERVICE_UNAVAILABLE ? frames.ofAnybody(request) : frames.of(request));
    }

    /// The few statuses people are told; the others say no more than one of these.
    static HttpStatus shown(Object code) {
        var status = code instanceof Integer number ? number : 500;
        return switch (status) {
            case 400 -> HttpStatus.BAD_REQUEST;
            case 403 -> HttpStatus.FORBIDDEN;
            case 410 -> HttpStatus.GONE;
            case 413 -> HttpStatus.CONTENT_TOO_LARGE;
            case 429 -> HttpStatus.TOO_MANY_REQUESTS;
            case 503 -> HttpStatus.SERVICE_UNAVAILABLE;
            case 507 -> HttpStatus.INSUFFICIENT_STORAGE;
            default -> status >= 400 && status < 500 ? HttpStatus.NOT_FOUND : HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}

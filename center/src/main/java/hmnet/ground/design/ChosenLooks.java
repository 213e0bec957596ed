package hmnet.ground.design;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/// Remembers for a year what somebody chose with `?lang=` and `?theme=` (表示言語と画面の明るさの記憶), in this browser.
final class ChosenLooks implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var language = Language.of(request.getParameter(Frames.LANGUAGE));
        if (language != null) {
            remember(Frames.LANGUAGE, language.tag(), request, response);
        }
        var theme = Theme.of(request.getParameter(Frames.THEME));
        if (theme != null) {
            remember(Frames.THEME, theme.word(), request, response);
        }
        return true;
    }

    private static void remember(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

package hmnet.ground.signin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// A sign-in form (認証の画面), empty or again with what was wrong.
final class FormAnswer {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private FormAnswer() {}

    static ModelAndView empty(String template, ReturnPath back) {
        return of(template, back, HttpStatus.OK, null, 0);
    }

    static ModelAndView wrong(String template, ReturnPath back, String key) {
        return of(template, back, HttpStatus.UNPROCESSABLE_CONTENT, key, 0);
    }

    /// The wait is told in whole minutes above one: precise seconds help only who counts them.
    static ModelAndView held(String template, ReturnPath back, Duration wait) {
        return wait.compareTo(MINUTE) > 0
                ? of(
                        template,
                        back,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "signin.held.minutes",
                        wait.plusSeconds(59).toMinutes())
                : of(template, back, HttpStatus.TOO_MANY_REQUESTS, "signin.held.seconds", wait.toSeconds());
    }

    static ModelAndView to(String path) {
        return new ModelAndView("redirect:" + path);
    }

    private static ModelAndView of(
            String template, ReturnPath back, HttpStatus status, @Nullable String error, long wait) {
        Map<String, Object> model = new HashMap<>();
        model.put("back", back.value());
        model.put("wait", wait);
        if (error != null) {
            model.put("error", error);
        }
        return new ModelAndView("ground/signin/" + template, model, status);
    }
}

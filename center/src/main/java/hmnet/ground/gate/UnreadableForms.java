package hmnet.ground.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Answers 400 to a form that cannot be taken apart, or holds a character that no text has (読めないフォーム). Left to the
/// server it would be written into the log with what it holds: a password, or the message that a sender's tool called a
/// form.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableForms implements HandlerExceptionResolver {
    private static final String NO_CHARACTER = "22021";

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (response.isCommitted() || !(thrown instanceof InvalidParameterException) && !unwritable(thrown)) {
            return null;
        }
        try {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    /// The database has no place for the character of number zero.
    private static boolean unwritable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && NO_CHARACTER.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

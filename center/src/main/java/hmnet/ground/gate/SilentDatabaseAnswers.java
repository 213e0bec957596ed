package hmnet.ground.gate;

import hmnet.ground.database.SilentDatabase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Answers 503 with `Retry-After` while the database does not answer (データベース無応答への応答), whatever the route: nothing
/// is wrong with what was asked.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SilentDatabaseAnswers implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(SilentDatabaseAnswers.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!SilentDatabase.caused(failure) || response.isCommitted()) {
            return null;
        }
        LOG.warn("the database does not answer: 503");
        try {
            response.setHeader(HttpHeaders.RETRY_AFTER, SilentDatabase.SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

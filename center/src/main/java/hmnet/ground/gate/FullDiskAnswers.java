package hmnet.ground.gate;

import hmnet.ground.database.FullDisk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Answers 507 with `Retry-After` where a disk is full (満杯のディスクへの応答), whatever the route: the sender keeps what
/// it has and comes again.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FullDiskAnswers implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(FullDiskAnswers.class);
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final String SECONDS = "60";
    private static final Duration APART = Duration.ofMinutes(1);

    private final InstantSource clock = InstantSource.system();
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.EPOCH);

    /// Once a minute: the log may lie on the same disk.
    private void tell() {
        var now = clock.instant();
        var last = told.get();
        if (last.plus(APART).isBefore(now) && told.compareAndSet(last, now)) {
            LOG.error("ALARM a disk is full: nothing more is kept until there is room");
        }
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!FullDisk.caused(failure) || response.isCommitted()) {
            return null;
        }
        tell();
        try {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            response.sendError(INSUFFICIENT_STORAGE);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

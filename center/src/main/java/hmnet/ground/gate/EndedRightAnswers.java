package hmnet.ground.gate;

import hmnet.ground.mtls.Machines;
import hmnet.ground.routes.EndedRight;
import hmnet.ground.routes.RightWatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Ends a request whose right ended while it was under way (処理中に終わった権利への応答): a refusal like the gate's where no
/// byte of an answer has gone out, else a broken connection. Either stands in the audit log where the door wrote that
/// something was opened. Whatever else fails in the middle of an answer breaks its connection, too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EndedRightAnswers implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(EndedRightAnswers.class);

    private final GateRefusal gateRefusal;
    private final Machines machines;

    EndedRightAnswers(GateRefusal gateRefusal, Machines machines) {
        this.gateRefusal = gateRefusal;
        this.machines = machines;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof EndedRight ended)) {
            if (response.isCommitted()) {
                BreakableConnections.cut(request);
            }
            return null;
        }
        LOG.info("broken off under way: {}", ended.reason());
        try {
            RightWatch.of(request).ifPresent(watch -> watch.broken(ended));
        } finally {
            answer(ended, request, response);
        }
        return new ModelAndView();
    }

    private void answer(EndedRight ended, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            BreakableConnections.cut(request);
            return;
        }
        try {
            response.reset();
            refuse(ended, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse(EndedRight ended, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (machines.sent(request)) {
            gateRefusal.machine(ended.reason(), response);
        } else if (ended.callerOut() && !gateRefusal.isForm(request)) {
            gateRefusal.to("/signin", request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

package hmnet.ground.gate;

import hmnet.ground.mtls.Machines;
import hmnet.ground.routes.RightWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each request its watch (処理中の権利の確認): over the body of all, over the answer to people. Machines are answered
/// with what was made whole before, a receipt most of the time, and no receipt is taken back.
@Component
@Order(20)
class WatchedExchanges extends OncePerRequestFilter {
    private final Machines machines;

    WatchedExchanges(Machines machines) {
        this.machines = machines;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var watch = RightWatch.begin(request);
        chain.doFilter(
                new WatchedRequest(request, watch),
                machines.sent(request) ? response : new WatchedResponse(response, watch));
    }
}

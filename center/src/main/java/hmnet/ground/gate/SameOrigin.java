package hmnet.ground.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what another site makes a browser send (クロスサイト要求の拒否; A018). Every browser of today says
/// where a request comes from, so no hidden token is needed. A client that says nothing is no browser: it
/// carries nobody's cookie but its own, and the cookie is `SameSite=Strict` besides.
@Component
@Order(0)
class SameOrigin extends OncePerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READS.contains(request.getMethod()) || ours(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean ours(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        var origin = request.getHeader("Origin");
        return origin == null
                || isOver(request.getScheme(), origin)
                        && authority(origin).equalsIgnoreCase(String.valueOf(request.getHeader("Host")));
    }

    /// A page in the clear under the same name is another site: whoever stands between wrote it.
    private static boolean isOver(String scheme, String origin) {
        return origin.regionMatches(true, 0, scheme + ":", 0, scheme.length() + 1);
    }

    /// `null`, which sandboxed pages and some redirects send, is no authority of ours.
    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

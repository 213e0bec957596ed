package hmnet.ground.site;

import hmnet.ground.mtls.Machines;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a request by a name that is not the centre's (ホスト名の確認): a page of another site that points its name at
/// this address reads nothing, and no answer carries a name that a caller chose. Machines may also call it by the names
/// in
/// the certificate that it shows them.
@Component
@Order(-10) // after the headers on every answer, before whatever reads the request
class OurNames extends OncePerRequestFilter {
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private final Set<String> names;
    private final Machines machines;

    OurNames(SiteSettings site, Machines machines) {
        this.names = Stream.concat(Stream.of(site.name()), site.hosts().stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !OF_THIS_MACHINE.contains(name))
                .collect(Collectors.toUnmodifiableSet());
        this.machines = machines;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = request.getServerName().toLowerCase(Locale.ROOT);
        if (ours(name, request) || machines.sent(request) && machines.isCalled(name)) {
            chain.doFilter(request, response);
        } else {
            MisdirectedAnswer.refuse(response, "This name is not the centre's.");
        }
    }

    /// The names of this machine count for whoever sits at it.
    private boolean ours(String name, HttpServletRequest request) {
        return names.contains(name)
                || OF_THIS_MACHINE.contains(name)
                        && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }
}

package hmnet.ground.audit;

import java.net.InetAddress;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Where an act came from (操作元): the network address, and the credential under which it came in. It stands in the event
/// beside the trace, so that an incident can be asked about either; the person's own log does not show it.
///
/// @param address as `InetAddress` writes it, or empty for what no request caused
/// @param credential `certificate:` with the SHA-256 of a machine's certificate, `session:` with the mark of a
///     sign-in, or empty
public record TraceOrigin(String address, String credential) {
    public static final TraceOrigin NONE = new TraceOrigin("", "");

    private static final String ATTRIBUTE = TraceOrigin.class.getName();
    private static final int WORD_MAX = 100;

    public TraceOrigin {
        if (address.length() > WORD_MAX || credential.length() > WORD_MAX) {
            throw new IllegalArgumentException("An origin's words have at most " + WORD_MAX + " characters");
        }
    }

    /// An address as origins have it; empty for what is none.
    public static Optional<String> address(String typed) {
        try {
            return Optional.of(InetAddress.ofLiteral(typed.strip()).getHostAddress());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// Remembers it for the request that this thread works for.
    public void keep() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /// That of the request that this thread works for.
    static TraceOrigin current() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof TraceOrigin origin
                ? origin
                : NONE;
    }
}

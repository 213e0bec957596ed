package hmnet.ground.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/// The centre as a browser knows it (証明先; WebAuthn 5.4.2). By the name in the request, which is one of ours: a
/// request by any other is refused before it comes here (`OurNames`).
///
/// @param name the host, to which each key is bound
/// @param origin scheme, host and port, which the browser signs
public record RelyingParty(String name, String origin) {
    public static RelyingParty of(HttpServletRequest request) {
        var name = request.getServerName().toLowerCase(Locale.ROOT);
        var scheme = request.isSecure() ? "https" : "http";
        var usual = request.isSecure() ? 443 : 80;
        var port = request.getServerPort();
        return new RelyingParty(name, scheme + "://" + name + (port == usual || port <= 0 ? "" : ":" + port));
    }
}

package hmnet.ground.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/// A request as it left the client (転送前の要求): its address, and whether over https.
final class CallerSeen extends HttpServletRequestWrapper {
    private final String address;
    private final boolean https;

    CallerSeen(HttpServletRequest request, String address, boolean https) {
        super(request);
        this.address = address;
        this.https = https;
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public String getRemoteHost() {
        return address;
    }

    @Override
    public boolean isSecure() {
        return https;
    }

    @Override
    public String getScheme() {
        return https ? "https" : "http";
    }
}

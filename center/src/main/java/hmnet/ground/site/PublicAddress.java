package hmnet.ground.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The address of the centre as other systems write it down (公開アドレス): that of `HMNET_URL`. On a machine of one's own,
/// where nobody set it, it is the address by which a request came; by any other name than ours none comes (`OurNames`).
@Component
public class PublicAddress {
    private static final Set<String> THIS_MACHINE = Set.of("", "localhost");

    private final SiteSettings settings;

    PublicAddress(SiteSettings settings) {
        this.settings = settings;
    }

    /// Scheme, name and port, without a slash behind them.
    public String of(HttpServletRequest request) {
        if (!THIS_MACHINE.contains(settings.name())) {
            return settings.url().toString().replaceFirst("/+$", "");
        }
        var scheme = request.isSecure() ? "https" : "http";
        var usual = request.isSecure() ? 443 : 80;
        var port = request.getServerPort();
        return scheme + "://" + request.getServerName().toLowerCase(Locale.ROOT)
                + (port == usual || port <= 0 ? "" : ":" + port);
    }

    public boolean https() {
        return settings.https();
    }

    /// A page below it, such as `/signin`, for a request that came in by another port than the pages'.
    public URI page(String path) {
        return URI.create(settings.url().toString().replaceFirst("/+$", "") + path);
    }

    /// The same name over https at another port.
    public String at(int port) {
        return "https://" + settings.url().getHost() + ":" + port;
    }
}

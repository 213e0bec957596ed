package hmnet.ground.cardsignin;

import hmnet.ground.personcertificates.PersonPort;
import hmnet.ground.signin.CertificateEntry;
import hmnet.ground.site.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/// The ways to the port of certificates and back (証明書の入口への行き来).
@Component
class DoorAddress {
    static final String PATH = "/signin/certificate/door";
    private final PersonPort port;
    private final PublicAddress site;

    DoorAddress(PersonPort port, PublicAddress site) {
        this.port = port;
        this.site = site;
    }

    /// Where a browser shows a certificate; empty where there is no such port.
    ///
    /// @param back where its user wants to go in the end, or null
    Optional<String> there(CertificateWay way, @Nullable String back) {
        return port.port().isEmpty()
                ? Optional.empty()
                : Optional.of(port.url().orElseGet(() -> site.at(port.port().getAsInt())) + PATH + "?to=" + way.word()
                        + returning(back));
    }

    /// The page that goes on, on the port of pages.
    ///
    /// @param told a word of what went wrong, or nothing
    String here(CertificateWay way, @Nullable String back, String told) {
        var word = told.isEmpty() ? "" : "&told=" + told;
        var more = returning(back) + word;
        return site.page(way.page() + (more.isEmpty() ? "" : "?" + more.substring(1)))
                .toString();
    }

    private static String returning(@Nullable String back) {
        var path = CertificateEntry.back(back);
        return path.equals("/") ? "" : "&return=" + UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8);
    }
}

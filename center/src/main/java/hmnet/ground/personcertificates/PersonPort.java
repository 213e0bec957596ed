package hmnet.ground.personcertificates;

import hmnet.ground.audit.Action;
import hmnet.ground.database.UnsafeSetting;
import hmnet.ground.figures.PaperWithEnd;
import hmnet.ground.mtls.Authorities;
import hmnet.ground.mtls.PortLimits;
import hmnet.ground.mtls.PortLimits.PortPlace;
import hmnet.ground.mtls.PortTls;
import hmnet.ground.mtls.RefusedCertificates;
import hmnet.ground.mtls.RefusingPort;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The port at which a browser shows its user's certificate (利用者証明書の接続口), beside the web port; absent without
/// settings. It answers one question, who holds the key, and shows no page.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class PersonPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, RefusingPort {
    private static final Logger LOG = LoggerFactory.getLogger(PersonPort.class);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final String USE = "personcertificates";

    private final PersonCertificateSettings settings;
    private final RefusedCertificates refused = new RefusedCertificates(CLOCK);
    private @Nullable Connector connector;
    private @Nullable PortTls tls;
    private @Nullable Authorities hpki;
    private @Nullable Authorities facility;

    PersonPort(PersonCertificateSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.absent()) {
            LOG.info("no port for people's certificates: hmnet.personcertificates is not set");
            return;
        }
        settings.demandWhole();
        try {
            factory.addAdditionalConnectors(open());
        } catch (IOException | GeneralSecurityException e) {
            throw new UnsafeSetting("The port for people's certificates cannot be opened: " + e.getMessage());
        }
    }

    private Connector open() throws IOException, GeneralSecurityException {
        var cards = authorities("CAs of HPKI cards", settings.hpkiCa(), settings.hpkiCrl());
        var devices = authorities("CAs of facilities' devices", settings.facilityCa(), settings.facilityCrl());
        var trust = new PersonTrust(
                Stream.of(cards, devices).flatMap(Optional::stream).toList(), refused);
        var side = new PortTls(
                Objects.requireNonNull(settings.certificate()), Objects.requireNonNull(settings.key()), trust);
        var opened = PortLimits.certificates(
                new PortPlace(
                        settings.port(), settings.address(), settings.connections(), settings.addressConnections()),
                "person-",
                side);
        hpki = cards.orElse(null);
        facility = devices.orElse(null);
        tls = side;
        connector = opened;
        return opened;
    }

    private static Optional<Authorities> authorities(String name, @Nullable Path ca, List<Path> lists)
            throws IOException, GeneralSecurityException {
        return ca == null ? Optional.empty() : Optional.of(new Authorities(name, ca, lists, CLOCK));
    }

    /// Certificate, key, CAs and lists are read again as they change on disk.
    @Scheduled(fixedDelay = 5_000)
    void followFiles() {
        if (tls != null) {
            tls.follow();
        }
        Stream.of(hpki(), facility()).flatMap(Optional::stream).forEach(Authorities::follow);
    }

    /// Whether people may show certificates at all.
    public boolean isOpen() {
        return connector != null;
    }

    /// The port browsers reach, once the centre listens; empty when there is none.
    public OptionalInt port() {
        return connector == null ? OptionalInt.empty() : OptionalInt.of(connector.getLocalPort());
    }

    /// How browsers reach it, where that is set.
    public Optional<String> url() {
        return Optional.of(settings.url().strip()).filter(url -> !url.isEmpty());
    }

    /// Whether a request came in here.
    public boolean received(HttpServletRequest request) {
        return connector != null && request.getLocalPort() == connector.getLocalPort();
    }

    /// The certificate that the browser behind a request shows; empty where it shows none.
    public Optional<CertificateChain> shown(HttpServletRequest request) {
        return received(request)
                        && request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                        && chain.length > 0
                ? Optional.of(new CertificateChain(List.of(chain)))
                : Optional.empty();
    }

    /// The CAs of HPKI cards, where cards are taken.
    Optional<Authorities> hpki() {
        return Optional.ofNullable(hpki);
    }

    /// The CAs of facilities' devices, where those are taken.
    Optional<Authorities> facility() {
        return Optional.ofNullable(facility);
    }

    @Override
    public RefusedCertificates refused() {
        return refused;
    }

    @Override
    public Action refusal() {
        return Action.CERTIFICATE_REFUSED;
    }

    /// What this port shows and whom it trusts at this moment.
    List<PaperWithEnd> papers() {
        var papers = new ArrayList<PaperWithEnd>();
        if (tls != null) {
            var shown = tls.shown();
            papers.add(new PaperWithEnd(
                    "certificate",
                    USE,
                    shown.getSubjectX500Principal().getName(),
                    shown.getNotAfter().toInstant()));
        }
        Stream.of(hpki(), facility()).flatMap(Optional::stream).forEach(ours -> papers.addAll(ours.papers(USE)));
        return papers;
    }
}

package hmnet.ground.mtls;

import hmnet.ground.audit.Action;
import hmnet.ground.database.UnsafeSetting;
import hmnet.ground.figures.PaperWithEnd;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

/// The listening port for facilities' machines (施設接続口), beside the web port; absent without settings.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class MachineConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, RefusingPort {
    private static final Logger LOG = LoggerFactory.getLogger(MachineConnector.class);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String USE = "mtls";

    private final MtlsSettings settings;
    private final RefusedCertificates refused = new RefusedCertificates(CLOCK);
    private @Nullable Connector connector;
    private @Nullable Revocations revocations;
    private @Nullable MachineTls tls;
    private @Nullable FacilityTrust trust;
    private @Nullable FollowedFiles caFile;
    private @Nullable FollowedFiles listFiles;

    MachineConnector(MtlsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        TlsRules.apply();
        if (factory.getSsl() == null) {
            factory.setHttp2(null); // in clear text HTTP/2 is reached by an upgrade, which proxies do not see (A017)
        }
        factory.addConnectorCustomizers(PortLimits::onPeople);
        if (settings.absent()) {
            LOG.info("no port for machines: hmnet.mtls.certificate, key, ca and crl are not set");
            return;
        }
        try {
            factory.addAdditionalConnectors(open());
        } catch (IOException | GeneralSecurityException e) {
            throw new UnsafeSetting("The port for machines cannot be opened: " + e.getMessage());
        }
    }

    private Connector open() throws IOException, GeneralSecurityException {
        caFile = new FollowedFiles("the file of facilities' CAs", List.of(settings.caFile()), CLOCK);
        listFiles = new FollowedFiles("revocation lists", settings.crlFiles(), CLOCK);
        var cas = settings.cas();
        var lists = new Revocations(cas, settings.crlFiles(), CLOCK);
        SelfTest.demand(MachineConnector::selfTested, CLOCK);
        var trusted = new FacilityTrust(cas, lists, CLOCK, refused);
        var side = new MachineTls(settings, trusted);
        var opened = PortLimits.machines(settings, side);
        trust = trusted;
        tls = side;
        revocations = lists;
        connector = opened;
        return opened;
    }

    /// The same trust manager over a throw-away CA; whom it refuses is nobody's business.
    private static FacilityTrust selfTested(X509Certificate ca, RevocationList list) {
        return new FacilityTrust(
                List.of(ca), new Revocations(List.of(list), CLOCK), CLOCK, new RefusedCertificates(CLOCK));
    }

    /// Whom this port turned away, in the handshake or later.
    @Override
    public RefusedCertificates refused() {
        return refused;
    }

    @Override
    public Action refusal() {
        return Action.MACHINE_REFUSED;
    }

    /// The centre's side of TLS with machines; empty when none is set up.
    Optional<MachineTls> tls() {
        return Optional.ofNullable(tls);
    }

    /// Certificate, key, CAs and lists are read again as they change on disk. No file that cannot be used keeps another
    /// from being read.
    @Scheduled(fixedDelay = 5_000)
    void followFiles() {
        if (tls == null || caFile == null || listFiles == null || revocations == null || trust == null) {
            return;
        }
        var lists = revocations;
        var trusted = trust;
        tls.follow();
        caFile.look(() -> followCas(lists, trusted));
        listFiles.look(lists::readAgain);
    }

    /// The lists first: no CA counts without its own.
    private void followCas(Revocations lists, FacilityTrust trusted) throws IOException, GeneralSecurityException {
        var cas = settings.cas();
        lists.follow(cas);
        trusted.follow(cas);
        LOG.info("CAs of facilities read again: {}", cas.size());
    }

    /// What this port shows and whom it trusts at this moment, which need not be what the files hold.
    List<PaperWithEnd> papers() {
        if (tls == null || trust == null || revocations == null) {
            return List.of();
        }
        var papers = new ArrayList<PaperWithEnd>();
        papers.add(paper("certificate", tls.shown()));
        for (var authority : trust.getAcceptedIssuers()) {
            papers.add(paper("authority", authority));
        }
        for (var list : revocations.held()) {
            papers.add(new PaperWithEnd(
                    "revocation-list",
                    USE,
                    list.issuer().getSubjectX500Principal().getName(),
                    list.nextUpdate()));
        }
        return papers;
    }

    private static PaperWithEnd paper(String kind, X509Certificate certificate) {
        return new PaperWithEnd(
                kind,
                USE,
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant());
    }

    /// The port machines reach, once the centre listens; empty when there is none.
    public OptionalInt port() {
        return connector == null ? OptionalInt.empty() : OptionalInt.of(connector.getLocalPort());
    }

    boolean received(HttpServletRequest request) {
        return connector != null && request.getLocalPort() == connector.getLocalPort();
    }

    boolean isCalled(String name) {
        return tls != null && tls.isCalled(name);
    }

    Optional<String> objection(List<X509Certificate> chain) {
        return trust == null ? Optional.of("no port for machines") : trust.objection(chain);
    }

    Optional<String> objection(X509Certificate certificate) {
        return revocations == null
                ? Optional.of("no revocation list")
                : revocations.objection(certificate.getIssuerX500Principal(), certificate);
    }
}

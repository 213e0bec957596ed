package hmnet.ground.mtls;

import hmnet.ground.figures.PaperWithEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The CAs of one kind of certificates with their revocation lists (信頼する認証局), as their files hold them at this
/// moment. No address inside a certificate is ever visited, so none can make anybody wait (A060, R029).
public final class Authorities {
    private static final int LONGEST_PATH = 3;

    private static final int MOST_REMEMBERED = 10_000;

    /// The CAs, and the paths that led to one of them.
    private record TrustedAnchors(List<X509Certificate> anchors, Map<X509Certificate, List<X509Certificate>> paths) {
        TrustedAnchors(List<X509Certificate> anchors) {
            this(List.copyOf(anchors), new ConcurrentHashMap<>());
        }
    }

    private final Clock clock;
    private final Revocations revocations;
    private final @Nullable Path caFile;
    private final @Nullable FollowedFiles caFiles;
    private final @Nullable FollowedFiles listFiles;
    private volatile TrustedAnchors trusted;

    /// CAs and lists in files that can be read, after it was tried whether this Java keeps wrong certificates out.
    ///
    /// @param name of the CAs, for the log
    /// @param ca PEM
    /// @param lists a revocation list of each, PEM or DER, or its parts
    public Authorities(String name, Path ca, List<Path> lists, Clock clock)
            throws IOException, GeneralSecurityException {
        SelfTest.demandJudge((tried, list) -> selfTested(tried, list, clock), clock);
        this.clock = clock;
        this.caFile = ca;
        this.caFiles = new FollowedFiles("the file of " + name, List.of(ca), clock);
        this.listFiles = new FollowedFiles("revocation lists of " + name, lists, clock);
        this.trusted = new TrustedAnchors(Pem.certificates(ca));
        this.revocations = new Revocations(trusted.anchors(), lists, clock);
    }

    Authorities(List<X509Certificate> anchors, Revocations revocations, Clock clock) {
        this.clock = clock;
        this.caFile = null;
        this.caFiles = null;
        this.listFiles = null;
        this.trusted = new TrustedAnchors(anchors);
        this.revocations = revocations;
    }

    private static Predicate<X509Certificate> selfTested(X509Certificate ca, RevocationList list, Clock clock) {
        var tried = new Authorities(List.of(ca), new Revocations(List.of(list), clock), clock);
        return certificate -> tried.fault(List.of(certificate)).isEmpty();
    }

    /// What is wrong with a certificate, whatever it says of its holder.
    public enum CertificateFault {
        /// Of none of these CAs.
        STRANGER,
        /// Its key or a signature is too weak.
        WEAK,
        NOT_YET,
        EXPIRED,
        REVOKED,
        /// No list that is in force says whether it is revoked.
        UNKNOWABLE
    }

    /// Reads the files again that have changed. What cannot be used leaves what is in memory.
    public void follow() {
        if (caFile == null || caFiles == null || listFiles == null) {
            return;
        }
        var file = caFile;
        caFiles.look(() -> {
            var read = Pem.certificates(file);
            revocations.follow(read);
            trusted = new TrustedAnchors(read);
        });
        listFiles.look(revocations::readAgain);
    }

    public List<X509Certificate> anchors() {
        return trusted.anchors();
    }

    /// Whether one of these CAs issued a certificate, today or before: its dates and lists are not asked.
    ///
    /// @param chain the certificate first
    public boolean issued(List<X509Certificate> chain) {
        return path(chain).isPresent();
    }

    /// What stands against a certificate at this moment; empty where nothing does.
    ///
    /// @param chain the certificate first
    public Optional<CertificateFault> fault(List<X509Certificate> chain) {
        if (Strength.weakness(chain.getFirst()).isPresent()) {
            return Optional.of(CertificateFault.WEAK);
        }
        var path = path(chain);
        if (path.isEmpty()) {
            return Optional.of(CertificateFault.STRANGER);
        }
        var now = clock.instant();
        if (now.isBefore(chain.getFirst().getNotBefore().toInstant())) {
            return Optional.of(CertificateFault.NOT_YET);
        }
        if (path.get().stream().anyMatch(one -> now.isAfter(one.getNotAfter().toInstant()))) {
            return Optional.of(CertificateFault.EXPIRED);
        }
        return path.get().stream().map(this::fault).flatMap(Optional::stream).findFirst();
    }

    private Optional<CertificateFault> fault(X509Certificate certificate) {
        if (Strength.weakness(certificate).isPresent()) {
            return Optional.of(CertificateFault.WEAK);
        }
        return revocations
                .objection(certificate.getIssuerX500Principal(), certificate)
                .map(why -> why.equals(Revocations.REVOKED) ? CertificateFault.REVOKED : CertificateFault.UNKNOWABLE);
    }

    /// At the moment of its life that is nearest to now. What was found is remembered while the CAs are the same.
    private Optional<List<X509Certificate>> path(List<X509Certificate> chain) {
        var known = trusted;
        var certificate = chain.getFirst();
        var found = known.paths().get(certificate);
        if (found != null) {
            return Optional.of(found);
        }
        if (known.anchors().contains(certificate)) {
            return Optional.empty(); // a CA's own: it certifies others, and nobody shows it as theirs
        }
        var first = certificate.getNotBefore().toInstant();
        var last = certificate.getNotAfter().toInstant();
        var now = clock.instant();
        var at = now.isBefore(first) ? first : now.isAfter(last) ? last : now;
        try {
            var built = path(known.anchors(), chain, Optional.empty(), at);
            if (known.paths().size() >= MOST_REMEMBERED) {
                known.paths().clear();
            }
            known.paths().put(certificate, built);
            return Optional.of(built);
        } catch (CertificateException none) {
            return Optional.empty();
        }
    }

    /// The certificates between one and a CA, the CA left out.
    ///
    /// @param use an extended key usage that it must have, where it names any
    static List<X509Certificate> path(
            List<X509Certificate> anchors, List<X509Certificate> chain, Optional<String> use, Instant at)
            throws CertificateException {
        try {
            var target = new X509CertSelector();
            target.setCertificate(chain.getFirst());
            if (use.isPresent()) {
                target.setExtendedKeyUsage(Set.of(use.get()));
            }
            var roots = anchors.stream()
                    .map(anchor -> new TrustAnchor(anchor, null))
                    .collect(Collectors.toSet());
            var rules = new PKIXBuilderParameters(roots, target);
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            rules.setRevocationEnabled(false); // asked of the lists in memory: Java's checker would follow addresses
            rules.setDate(Date.from(at));
            rules.setPolicyQualifiersRejected(
                    false); // HPKI certificates name their policies with a place to read them, as critical
            rules.setMaxPathLength(LONGEST_PATH);
            var built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(rules);
            return built.getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("no valid chain to a trusted CA: " + e.getMessage(), e);
        }
    }

    /// CAs and lists with their last moments.
    ///
    /// @param use what they are for
    public List<PaperWithEnd> papers(String use) {
        return Stream.concat(
                        trusted.anchors().stream()
                                .map(anchor -> new PaperWithEnd(
                                        "authority",
                                        use,
                                        anchor.getSubjectX500Principal().getName(),
                                        anchor.getNotAfter().toInstant())),
                        revocations.held().stream()
                                .map(list -> new PaperWithEnd(
                                        "revocation-list",
                                        use,
                                        list.issuer().getSubjectX500Principal().getName(),
                                        list.nextUpdate())))
                .toList();
    }
}

package hmnet.ground.mtls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The revocation lists in memory (失効リストの保持; S064). They come from the files named in the settings
/// and are read again when a file changes; no address inside a certificate is ever visited (A060).
final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private static final int MOST_REMEMBERED = 10_000;

    /// What the parts of a list say of a certificate, until the first of them is overdue.
    private record PartsAnswer(boolean clear, Instant until) {}

    /// Lists, and what was asked of their parts: another reading begins without answers.
    private record HeldLists(List<RevocationList> lists, Map<X509Certificate, PartsAnswer> answers) {
        HeldLists(List<RevocationList> lists) {
            this(List.copyOf(lists), new ConcurrentHashMap<>());
        }
    }

    private List<X509Certificate> issuers;
    private final List<Path> files;
    private final Clock clock;
    private Map<Path, FileStamp> seen = Map.of();
    private volatile HeldLists held;

    /// Lists that stand in files and follow them. At the start they must be readable.
    Revocations(List<X509Certificate> issuers, List<Path> files, Clock clock)
            throws IOException, GeneralSecurityException {
        this.issuers = List.copyOf(issuers);
        this.files = List.copyOf(files);
        this.clock = clock;
        this.held = new HeldLists(List.of());
        follow();
    }

    /// Lists that are given once, without files.
    Revocations(List<RevocationList> lists, Clock clock) {
        this.issuers = List.of();
        this.files = List.of();
        this.clock = clock;
        this.held = new HeldLists(lists);
    }

    /// Why a certificate may not be used according to its issuer's list; empty if it may.
    Optional<String> objection(X500Principal issuer, X509Certificate certificate) {
        var now = clock.instant();
        var asked = held;
        var ofIssuer = asked.lists().stream()
                .filter(list -> list.issuer().getSubjectX500Principal().equals(issuer))
                .toList();
        if (ofIssuer.stream().anyMatch(list -> list.list().isRevoked(certificate))) {
            return Optional.of("revoked");
        }
        if (ofIssuer.isEmpty()) {
            return Optional.of("no revocation list of its issuer");
        }
        var current = ofIssuer.stream().filter(list -> !list.stale(now)).toList();
        if (current.isEmpty()) {
            return Optional.of("the revocation list of its issuer is out of date");
        }
        return covered(certificate, current, asked.answers(), now)
                ? Optional.empty()
                : Optional.of("no revocation list that is in force covers it");
    }

    /// By a complete list of the very key that signed it, or by parts.
    private static boolean covered(
            X509Certificate certificate,
            List<RevocationList> current,
            Map<X509Certificate, PartsAnswer> answers,
            Instant now) {
        if (current.stream().map(RevocationList::issuer).distinct().count() == 1
                && current.stream().anyMatch(RevocationList::complete)) {
            return true;
        }
        var known = answers.get(certificate);
        if (known != null && now.isBefore(known.until())) {
            return known.clear();
        }
        var own = current.stream().filter(list -> list.ofItsIssuer(certificate)).toList();
        var clear = own.stream().anyMatch(RevocationList::complete)
                || !own.isEmpty()
                        && ListParts.clear(
                                certificate,
                                own.getFirst().issuer(),
                                own.stream().map(RevocationList::list).toList(),
                                now);
        var until = current.stream().map(RevocationList::nextUpdate).min(Instant::compareTo);
        if (answers.size() >= MOST_REMEMBERED) {
            answers.clear();
        }
        answers.put(certificate, new PartsAnswer(clear, until.orElse(now)));
        return clear;
    }

    /// Lists count from now on for these CAs and no others.
    synchronized void follow(List<X509Certificate> cas) throws IOException, GeneralSecurityException {
        var read = read(cas);
        issuers = List.copyOf(cas);
        take(read);
    }

    private void take(List<RevocationList> read) {
        held = new HeldLists(read);
        LOG.info("revocation lists read: {}", describe());
    }

    /// Reads again what has changed on disk. A file that cannot be used leaves the lists as they are: they
    /// end by their own date.
    void refresh() {
        try {
            follow();
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("revocation lists cannot be read again, those in memory stay until their date", e);
        }
    }

    private synchronized void follow() throws IOException, GeneralSecurityException {
        var stamps = FileStamp.of(files);
        if (!stamps.equals(seen)) {
            take(read(issuers));
            seen = stamps;
        }
    }

    private List<RevocationList> read(List<X509Certificate> cas) throws IOException, GeneralSecurityException {
        var read = new ArrayList<RevocationList>();
        for (var file : files) {
            for (var list : Pem.revocationLists(file)) {
                if (cas.stream().anyMatch(ca -> ca.getSubjectX500Principal().equals(list.getIssuerX500Principal()))) {
                    read.add(signed(list, cas));
                } else {
                    LOG.warn(
                            "{} holds a list of {}, which is no trusted CA: left out",
                            file,
                            list.getIssuerX500Principal());
                }
            }
        }
        return List.copyOf(read);
    }

    private static RevocationList signed(X509CRL list, List<X509Certificate> cas) throws CRLException {
        CRLException refusal = new CRLException("No trusted CA is called as the issuer of the list");
        for (var issuer : cas) {
            if (issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal())) {
                try {
                    return RevocationList.of(list, issuer);
                } catch (CRLException e) {
                    refusal = e;
                }
            }
        }
        throw refusal;
    }

    private List<String> describe() {
        return held.lists().stream()
                .map(list -> list.size() + " serial numbers, next due " + list.nextUpdate())
                .toList();
    }
}

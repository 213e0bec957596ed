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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The revocation lists in memory (失効リストの保持; S064). They come from the files named in the settings
/// and are read again when a file changes; no address inside a certificate is ever visited (A060).
final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    /// The objection to a certificate that a list names.
    static final String REVOKED = "revoked";

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
    private final Set<String> warned = new HashSet<>();
    private Map<Path, List<RevocationList>> byFile = Map.of();
    private volatile HeldLists held;

    /// Lists that stand in files and follow them. At the start they must be readable.
    Revocations(List<X509Certificate> issuers, List<Path> files, Clock clock)
            throws IOException, GeneralSecurityException {
        this.issuers = List.copyOf(issuers);
        this.files = List.copyOf(files);
        this.clock = clock;
        this.held = new HeldLists(List.of());
        follow(issuers);
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
            return Optional.of(REVOKED);
        }
        if (ofIssuer.isEmpty()) {
            return Optional.of("no revocation list of its issuer");
        }
        var current = ofIssuer.stream().filter(list -> list.inForce(now)).toList();
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

    /// Lists count from now on for these CAs and no others. All files must be readable.
    synchronized void follow(List<X509Certificate> cas) throws IOException, GeneralSecurityException {
        var read = new LinkedHashMap<Path, List<RevocationList>>();
        for (var file : files) {
            read.put(file, read(file, cas));
        }
        issuers = List.copyOf(cas);
        take(read);
    }

    /// What counts at this moment.
    List<RevocationList> held() {
        return held.lists();
    }

    /// Reads the files again. The lists of one that cannot be used stay until their own date; those of the others are
    /// followed.
    ///
    /// @throws IOException what was wrong with the first such file
    synchronized void readAgain() throws IOException {
        var read = new LinkedHashMap<Path, List<RevocationList>>();
        IOException failure = null;
        for (var file : files) {
            try {
                read.put(file, read(file, issuers));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                read.put(file, byFile.getOrDefault(file, List.of()));
                failure = failure == null ? new IOException(file + ": " + e.getMessage(), e) : failure;
            }
        }
        take(read);
        if (failure != null) {
            throw failure;
        }
    }

    private void take(Map<Path, List<RevocationList>> read) {
        var lists = new ArrayList<RevocationList>();
        read.values().forEach(lists::addAll);
        lists.addAll(stillNeeded(lists));
        byFile = read;
        if (!lists.equals(held.lists())) {
            held = new HeldLists(lists);
            LOG.info("revocation lists read: {}", describe());
        }
    }

    private List<RevocationList> read(Path file, List<X509Certificate> cas)
            throws IOException, GeneralSecurityException {
        var read = new ArrayList<RevocationList>();
        for (var list : Pem.revocationLists(file)) {
            if (cas.stream().anyMatch(ca -> ca.getSubjectX500Principal().equals(list.getIssuerX500Principal()))) {
                read.add(signed(list, cas));
            } else {
                warn("%s holds a list of %s, which is no trusted CA: left out"
                        .formatted(file, list.getIssuerX500Principal()));
            }
        }
        return List.copyOf(read);
    }

    /// Lists in memory of CAs of which the files hold none that is in force.
    private List<RevocationList> stillNeeded(List<RevocationList> read) {
        var now = clock.instant();
        var needed = held.lists().stream()
                .filter(list -> issuers.contains(list.issuer()) && list.inForce(now))
                .filter(list ->
                        read.stream().noneMatch(other -> other.issuer().equals(list.issuer()) && other.inForce(now)))
                .toList();
        needed.forEach(list -> warn("no file holds a list of %s that is in force: that in memory counts until %s"
                .formatted(list.issuer().getSubjectX500Principal(), list.nextUpdate())));
        return needed;
    }

    private void warn(String words) {
        if (warned.add(words)) {
            LOG.warn("{}", words);
        }
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

package hmnet.ground.mtls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The revocation lists in memory (失効リストの保持; S064). They come from the files named in the settings
/// and are read again when a file changes; no address inside a certificate is ever visited (A060).
final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private record Stamp(FileTime at, long size) {}

    private final List<X509Certificate> issuers;
    private final List<Path> files;
    private final Clock clock;
    private final Map<Path, Stamp> seen = new HashMap<>();
    private volatile List<RevocationList> lists;

    /// Lists that stand in files and follow them. At the start they must be readable.
    Revocations(List<X509Certificate> issuers, List<Path> files, Clock clock)
            throws IOException, GeneralSecurityException {
        this.issuers = List.copyOf(issuers);
        this.files = List.copyOf(files);
        this.clock = clock;
        this.lists = List.of();
        follow();
    }

    /// Lists that are given once, without files.
    Revocations(List<RevocationList> lists, Clock clock) {
        this.issuers = List.of();
        this.files = List.of();
        this.clock = clock;
        this.lists = List.copyOf(lists);
    }

    /// Why a certificate may not be used according to its issuer's list; empty if it may.
    Optional<String> objection(X500Principal issuer, X509Certificate certificate) {
        var now = clock.instant();
        var ofIssuer = lists.stream()
                .filter(list -> list.issuer().getSubjectX500Principal().equals(issuer))
                .toList();
        if (ofIssuer.stream().anyMatch(list -> list.serials().contains(certificate.getSerialNumber()))) {
            return Optional.of("revoked");
        }
        if (ofIssuer.isEmpty()) {
            return Optional.of("no revocation list of its issuer");
        }
        return ofIssuer.stream().allMatch(list -> list.stale(now))
                ? Optional.of("the revocation list of its issuer is out of date")
                : Optional.empty();
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
        var stamps = new HashMap<Path, Stamp>();
        for (var file : files) {
            stamps.put(file, new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
        }
        if (!stamps.equals(seen)) {
            lists = read();
            seen.clear();
            seen.putAll(stamps);
            LOG.info("revocation lists read: {}", describe());
        }
    }

    private List<RevocationList> read() throws IOException, GeneralSecurityException {
        var read = new ArrayList<RevocationList>();
        for (var file : files) {
            for (var list : Pem.revocationLists(file)) {
                read.add(signed(list));
            }
        }
        return List.copyOf(read);
    }

    private RevocationList signed(X509CRL list) throws CRLException {
        CRLException refusal = new CRLException("No trusted CA is called as the issuer of the list");
        for (var issuer : issuers) {
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
        return lists.stream()
                .map(list -> list.serials().size() + " serial numbers, next due " + list.nextUpdate())
                .toList();
    }
}

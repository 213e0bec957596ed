package hmnet.gateway.box;

import hmnet.gateway.CertificateDoor;
import hmnet.gateway.CertificateDoor.RegistrationOutcome;
import hmnet.gateway.Identity;
import hmnet.gateway.box.certificates.DroppedCertificates;
import hmnet.gateway.box.certificates.OwnCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Renews the gateway's certificate before it ends (証明書の自動更新): takes the next one that lies in its folder, or has the
/// centre issue one for a new key; registers it under the one in use; tries it; and only then shows it. Each step
/// stands on disk before the next, so that it goes on where it was killed.
final class Renewal {
    static final String NOT_RENEWED = "certificate-not-renewed";
    private static final int RESTS = 10;
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final String CURVE = "secp256r1";

    /// No later try changes these: such a certificate is given up.
    private static final Set<String> FINAL =
            Set.of("has-ended", "key-reused", "not-later", "too-long", "not-accepted", "not-readable");

    private final Settings settings;
    private final RenewalTerms terms;
    private final OwnCertificates store;
    private final DroppedCertificates dropped;
    private final Link link;
    private final Alarms alarms;
    private volatile @Nullable String said;
    private Instant restsUntil = Instant.EPOCH;
    private String givenUp = "";

    Renewal(Settings settings, Link link, Alarms alarms) {
        this.settings = settings;
        this.terms = settings.renewal();
        this.store = link.store();
        this.dropped = new DroppedCertificates(terms.folder());
        this.link = link;
        this.alarms = alarms;
    }

    /// What it did last, and when; null where nothing was to be done.
    @Nullable
    String said() {
        return said;
    }

    /// The file by which `gateway renew` asks for it now.
    static Path wish(Path spool) {
        return spool.resolve("renew");
    }

    /// A round, and the rest until the next.
    Duration round() {
        try {
            round(Instant.now());
        } catch (IOException e) {
            failed(String.valueOf(e.getMessage()));
        }
        return terms.every();
    }

    void round(Instant now) throws IOException {
        var own = link.shown();
        var wished = Files.deleteIfExists(wish(settings.spool()));
        var fresh = takeDropped(own);
        var due = wished || !terms.before().isZero() && now.plus(terms.before()).isAfter(own.endsAt());
        if (!due && !store.hasNext()) {
            alarms.over(NOT_RENEWED);
            return;
        }
        if (!wished && !fresh && now.isBefore(restsUntil)) {
            return;
        }
        renew(own, now);
    }

    /// Whether another one lies there than before.
    private boolean takeDropped(Identity own) throws IOException {
        var look = dropped.look();
        if (!look.troubles().isEmpty()) {
            alarms.raise("certificate-unreadable", String.join("; ", look.troubles()));
        } else {
            alarms.over("certificate-unreadable");
        }
        var found = look.newest().orElse(null);
        if (found == null
                || !found.endsAt().isAfter(own.endsAt())
                || found.fingerprint().equals(givenUp)) {
            return false;
        }
        var held = store.nextWhole().orElse(null);
        if (held != null && !found.endsAt().isAfter(held.endsAt())) {
            return false;
        }
        store.keepNext(found);
        say("the next certificate lies in " + terms.folder() + "; it ends at " + found.endsAt());
        return true;
    }

    private void renew(Identity own, Instant now) throws IOException {
        try (var door = new CertificateDoor(settings.centre(), settings.ca(), own)) {
            var whole = store.nextWhole();
            var next = whole.isPresent() ? whole.get() : issued(door, own, now);
            if (next != null) {
                enter(door, next, now);
            }
        }
    }

    /// Has the centre issue one for a key of our own, which is on disk before anybody hears of it.
    private @Nullable Identity issued(CertificateDoor door, Identity own, Instant now) throws IOException {
        var standing = door.standing();
        if (!standing.issues()) {
            store.dropNext();
            throw new IOException("the centre issues no certificates: put the next one with its key into "
                    + terms.folder() + " before " + own.endsAt());
        }
        if (Instant.parse(standing.now()).isBefore(Instant.parse(standing.opens()))) {
            rest(now);
            say("the centre takes the next certificate from " + standing.opens() + " on");
            return null;
        }
        try {
            var known = store.nextKeys();
            var keys = known.isPresent() ? known.get() : fresh();
            if (known.isEmpty()) {
                store.keepKeys(keys);
                alarms.say("certificate: a key for the next one was made");
            }
            var outcome = door.request(keys);
            if (outcome.certificate().isEmpty()) {
                throw refused(outcome, "");
            }
            var next = new Identity(
                    keys.getPrivate(), Identity.certificates(outcome.certificate(), Path.of("the centre's answer")));
            if (!next.paired()) {
                throw new IOException("the centre issued a certificate for another key");
            }
            store.keepNext(next);
            return next;
        } catch (GeneralSecurityException e) {
            throw new IOException("no key for the next certificate: " + e.getMessage(), e);
        }
    }

    private void enter(CertificateDoor door, Identity next, Instant now) throws IOException {
        RegistrationOutcome outcome;
        try {
            outcome = door.register(next);
        } catch (IOException e) {
            if (works(next)) { // registered before the one in use ended
                adopt(next);
                return;
            }
            throw e;
        }
        if (outcome.registered()) {
            if (!works(next)) {
                throw new IOException("the next certificate is registered and does not work yet; the one in use stays");
            }
            adopt(next);
        } else if (outcome.waits()) {
            rest(now);
            said = now + " waits for the office: " + next.fingerprint();
            alarms.raise(NOT_RENEWED, "the next certificate waits until the office has agreed to it");
        } else {
            throw refused(outcome, next.fingerprint());
        }
    }

    private IOException refused(RegistrationOutcome outcome, String fingerprint) throws IOException {
        if (FINAL.contains(outcome.reason())) {
            store.dropNext();
            givenUp = fingerprint;
        }
        return new IOException(outcome.reason() + ": " + outcome.detail());
    }

    /// Whether the centre lets it in.
    private boolean works(Identity next) {
        try (var door = new CertificateDoor(settings.centre(), settings.ca(), next)) {
            return door.standing().fingerprint().equals(next.fingerprint());
        } catch (IOException e) {
            alarms.say("certificate: the next one was tried and does not work: " + e.getMessage());
            return false;
        }
    }

    private void adopt(Identity next) throws IOException {
        link.adopt(next);
        restsUntil = Instant.EPOCH;
        alarms.over(NOT_RENEWED);
        say("renewed; the certificate in use is " + next.fingerprint() + " and ends at " + next.endsAt());
        if (terms.endFormer()) {
            try (var door = new CertificateDoor(settings.centre(), settings.ca(), next)) {
                door.endFormer();
                alarms.say("certificate: the former one was ended");
            } catch (IOException e) {
                alarms.say("certificate: the former one was not ended and runs out by its date: " + e.getMessage());
            }
        }
    }

    private void failed(String why) {
        rest(Instant.now());
        said = Instant.now() + " not renewed: " + why;
        alarms.raise(NOT_RENEWED, why);
    }

    private void rest(Instant now) {
        var rest = terms.every().multipliedBy(RESTS);
        restsUntil = now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
    }

    private void say(String line) {
        said = Instant.now() + " " + line;
        alarms.say("certificate: " + line);
    }

    private static KeyPair fresh() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }
}

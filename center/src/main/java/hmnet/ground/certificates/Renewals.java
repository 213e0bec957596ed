package hmnet.ground.certificates;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.certificates.RenewalAnswer.NextRegistration;
import hmnet.ground.certificates.RenewalAnswer.RefusedRegistration;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.NextCertificates;
import hmnet.ground.directory.NextCertificates.NewCertificate;
import hmnet.ground.directory.NextCertificates.RegisteredCertificate;
import hmnet.ground.mtls.Machines;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may register which next certificate, and when it lets in (次の証明書の登録). The facility is the one whose
/// certificate was shown: nobody registers for another.
@Component
class Renewals {
    private final NextCertificates register;
    private final Machines machines;
    private final FacilityIssuer issuer;
    private final RenewalSettings settings;
    private final RefusalPace pace;
    private final Audit audit;
    private final Clock clock;

    Renewals(
            NextCertificates register,
            Machines machines,
            FacilityIssuer issuer,
            RenewalSettings settings,
            RefusalPace pace,
            Audit audit,
            Clock clock) {
        this.register = register;
        this.machines = machines;
        this.issuer = issuer;
        this.settings = settings;
        this.pace = pace;
        this.audit = audit;
        this.clock = clock;
    }

    /// Since when the machine may register the next one.
    Instant opens(X509Certificate shown) {
        return shown.getNotAfter().toInstant().minus(settings.window());
    }

    /// Registers one that a CA outside issued.
    ///
    /// @param chain the next certificate, then those of its CA
    @Transactional
    public RenewalAnswer register(
            FacilityId facility, X509Certificate shown, List<X509Certificate> chain, Proof proof) {
        begin(facility, shown);
        var next = chain.getFirst();
        var unproven = proof.objection(shown, next, clock.instant());
        if (unproven.isPresent()) {
            return declined(facility, shown, new RefusedRegistration(unproven.get()));
        }
        return enter(facility, shown, chain, null);
    }

    /// Issues one for the key of a request, under the name of the one in use, and registers it. Whoever asks again with
    /// the same key is given the same certificate.
    @Transactional
    public RenewalAnswer issue(FacilityId facility, X509Certificate shown, CertificateRequest request) {
        begin(facility, shown);
        var before = register.ofKey(Proof.digest(request.key()));
        if (before.isPresent()) {
            return again(facility, shown, before.get());
        }
        if (issuer.absent()) {
            return declined(facility, shown, new RefusedRegistration(RenewalObjection.NOT_ISSUING));
        }
        if (clock.instant().isBefore(opens(shown))) {
            return declined(
                    facility,
                    shown,
                    new RefusedRegistration(
                            RenewalObjection.TOO_EARLY, opens(shown).toString()));
        }
        var chain = issuer.issue(shown, request.key(), clock.instant());
        return enter(facility, shown, chain, encoded(chain.getFirst()));
    }

    private RenewalAnswer again(FacilityId facility, X509Certificate shown, RegisteredCertificate before) {
        var certificate = before.certificate();
        if (!before.facility().equals(facility) || before.ended() || certificate == null) {
            return declined(facility, shown, new RefusedRegistration(RenewalObjection.KEY_REUSED));
        }
        return new NextRegistration(issuer.chain(certificate), before.waits());
    }

    /// Ends those that the one shown came after.
    @Transactional
    public int endFormer(FacilityId facility, X509Certificate shown) {
        register.hold(facility);
        var actor = Actor.facility(facility.value());
        var ended = register.endFormer(facility, Machines.fingerprint(shown), actor.word());
        if (ended > 0) {
            audit.write(Trace.of(Action.FACILITY_CERTIFICATE, actor, "ended")
                    .with("with", hex(shown))
                    .with("count", Integer.toString(ended)));
        }
        return ended;
    }

    private void begin(FacilityId facility, X509Certificate shown) {
        register.hold(facility);
        register.noteKey(Machines.fingerprint(shown), Proof.digest(shown.getPublicKey()));
    }

    private RenewalAnswer enter(
            FacilityId facility, X509Certificate shown, List<X509Certificate> chain, byte @Nullable [] issued) {
        var next = chain.getFirst();
        var known = register.of(Machines.fingerprint(next));
        if (known.isPresent()) {
            return known.get().facility().equals(facility) && !known.get().ended()
                    ? new NextRegistration(chain, known.get().waits())
                    : declined(facility, shown, new RefusedRegistration(RenewalObjection.HAS_ENDED));
        }
        var key = Proof.digest(next.getPublicKey());
        var objection = objection(facility, shown, chain, key);
        if (objection.isPresent()) {
            return declined(facility, shown, objection.get());
        }
        var waits = !settings.atOnce() || !sameName(shown, next);
        var actor = Actor.facility(facility.value());
        var serial = next.getSerialNumber().toString(16);
        register.register(
                facility,
                new NewCertificate(
                        Machines.fingerprint(next),
                        serial,
                        next.getNotAfter().toInstant().atOffset(ZoneOffset.UTC),
                        key,
                        Machines.fingerprint(shown),
                        waits,
                        issued),
                actor.word());
        audit.write(Trace.of(Action.FACILITY_CERTIFICATE, actor, waits ? "waits" : "registered")
                .with("fingerprint", hex(next))
                .with("serial", serial)
                .with("with", hex(shown))
                .with("until", next.getNotAfter().toInstant().toString())
                .with("issued", issued == null ? "elsewhere" : "here"));
        return new NextRegistration(chain, waits);
    }

    private Optional<RefusedRegistration> objection(
            FacilityId facility, X509Certificate shown, List<X509Certificate> chain, byte[] key) {
        var next = chain.getFirst();
        var now = clock.instant();
        var end = next.getNotAfter().toInstant();
        if (Arrays.equals(next.getPublicKey().getEncoded(), shown.getPublicKey().getEncoded())
                || register.ofKey(key).isPresent()) {
            return Optional.of(new RefusedRegistration(RenewalObjection.KEY_REUSED));
        }
        if (now.isBefore(opens(shown))) {
            return Optional.of(new RefusedRegistration(
                    RenewalObjection.TOO_EARLY, opens(shown).toString()));
        }
        if (!end.isAfter(shown.getNotAfter().toInstant())) {
            return Optional.of(new RefusedRegistration(RenewalObjection.NOT_LATER));
        }
        if (Duration.between(now, end).compareTo(settings.longest()) > 0) {
            return Optional.of(new RefusedRegistration(
                    RenewalObjection.TOO_LONG, settings.longest().toDays() + " days"));
        }
        var barred = machines.objection(chain);
        if (barred.isPresent()) {
            return Optional.of(new RefusedRegistration(RenewalObjection.NOT_ACCEPTED, barred.get()));
        }
        return register.open(facility) >= settings.most()
                ? Optional.of(new RefusedRegistration(RenewalObjection.TOO_MANY))
                : Optional.empty();
    }

    /// Of the same CA, for the same subject: then nothing is new but key and dates.
    private static boolean sameName(X509Certificate shown, X509Certificate next) {
        return shown.getIssuerX500Principal().equals(next.getIssuerX500Principal())
                && shown.getSubjectX500Principal().equals(next.getSubjectX500Principal());
    }

    private RenewalAnswer declined(FacilityId facility, X509Certificate shown, RefusedRegistration declined) {
        if (pace.writes(facility, declined.objection())) {
            audit.write(Trace.of(Action.FACILITY_CERTIFICATE, Actor.facility(facility.value()), "refused")
                    .with("with", hex(shown))
                    .with("reason", declined.objection().word()));
        }
        return declined;
    }

    private static String hex(X509Certificate certificate) {
        return HexFormat.of().formatHex(Machines.fingerprint(certificate));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

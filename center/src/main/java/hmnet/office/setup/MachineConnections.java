package hmnet.office.setup;

import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Subscribers;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.NextCertificates;
import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Takes over how the machines of facilities are connected (接続の移行): their certificates and rights, the names under
/// which they send, and where they hear of changes.
@Component
class MachineConnections {
    private final Facilities facilities;
    private final Callers callers;
    private final SenderNames senders;
    private final Subscribers subscribers;
    private final NextCertificates keys;

    MachineConnections(
            Facilities facilities,
            Callers callers,
            SenderNames senders,
            Subscribers subscribers,
            NextCertificates keys) {
        this.facilities = facilities;
        this.keys = keys;
        this.callers = callers;
        this.senders = senders;
        this.subscribers = subscribers;
    }

    /// Grants what the facility's machines may ask or tell; `none` takes it back, what is not named stays.
    void rightsOf(PlannedFacility planned, FacilityId facility) {
        var rights = planned.exchange() == null ? Map.<String, String>of() : planned.exchange();
        rights.forEach((errand, scope) -> {
            if (scope.equals("none")) {
                callers.withdraw(facility, TransactionGroup.of(errand), Actor.CENTRE);
            } else {
                callers.grant(facility, TransactionGroup.of(errand), Scope.of(scope), Actor.CENTRE);
            }
        });
    }

    /// Registers the certificate that is planned for a facility, if there is one and it is not known yet.
    void certificateOf(PlannedFacility planned, FacilityId facility, Path pki) {
        var file = planned.certificate();
        if (file != null) {
            certificate(facility, pki.resolve(file));
        }
    }

    /// Under which names a facility sends, and where it hears of changes.
    void line(PlannedLine planned, Map<String, FacilityId> known) {
        var facility = Objects.requireNonNull(known.get(planned.facility()));
        for (var name : planned.names()) {
            var bar = name.indexOf('|');
            senders.register(facility, bar < 0 ? "" : name.substring(0, bar), name.substring(bar + 1));
        }
        var updates = planned.updates();
        if (updates != null) {
            subscribers.enter(new Subscriber(
                    facility,
                    updates.host(),
                    updates.port(),
                    Objects.requireNonNullElse(updates.path(), ""),
                    updates.application(),
                    updates.name(),
                    updates.domains(),
                    updates.active()));
        }
    }

    private void certificate(FacilityId facility, Path file) {
        try (var stream = Files.newInputStream(file)) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
            var sha256 = MessageDigest.getInstance("SHA-256");
            var fingerprint = sha256.digest(certificate.getEncoded());
            facilities.registerCertificate(
                    facility,
                    fingerprint,
                    certificate.getSerialNumber().toString(16),
                    certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
            keys.noteKey(fingerprint, sha256.digest(certificate.getPublicKey().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " is no certificate", e);
        }
    }
}

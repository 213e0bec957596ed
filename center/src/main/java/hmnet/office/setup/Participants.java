package hmnet.office.setup;

import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Subscribers;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Staff;
import hmnet.ground.signin.SignInAccounts;
import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedLine;
import hmnet.office.setup.Plan.PlannedRule;
import hmnet.office.setup.Plan.PlannedStaff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;

/// Takes over facilities with their certificates, staff with their ways to sign in, and disclosure rules
/// (参加者の移行).
@Component
class Participants {
    private final Facilities facilities;
    private final Staff staff;
    private final SignInAccounts accounts;
    private final Rules rules;
    private final Callers callers;
    private final SenderNames senders;
    private final Subscribers subscribers;

    Participants(
            Facilities facilities,
            Staff staff,
            SignInAccounts accounts,
            Rules rules,
            Callers callers,
            SenderNames senders,
            Subscribers subscribers) {
        this.facilities = facilities;
        this.staff = staff;
        this.accounts = accounts;
        this.rules = rules;
        this.callers = callers;
        this.senders = senders;
        this.subscribers = subscribers;
    }

    boolean any() {
        return !facilities.all().isEmpty();
    }

    FacilityId facility(PlannedFacility planned, Path pki) {
        var id = facilities.register(
                new Facility(
                        new FacilityId(0),
                        planned.code(),
                        FacilityKind.of(planned.kind()),
                        planned.name(),
                        planned.kana(),
                        planned.phone(),
                        planned.address(),
                        Direction.of(planned.direction()),
                        planned.cardKinds(),
                        planned.patientList(),
                        null),
                "");
        certificateOf(planned, id, pki);
        rightsOf(planned, id);
        return id;
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

    /// Whether somebody signs in under this name.
    boolean works(String login) {
        return staff.byLogin(login).isPresent();
    }

    /// @param initial whether the password is good for one sign-in only
    void staff(PlannedStaff planned, Map<String, FacilityId> known, boolean initial) {
        var id = staff.register(
                Objects.requireNonNull(known.get(planned.facility())),
                planned.login(),
                planned.name(),
                planned.kana(),
                Profession.of(planned.profession()),
                planned.desk());
        accounts.give(id, planned.password(), Base32.decode(planned.totpSecret()), initial);
    }

    void rule(PlannedRule planned, Map<String, FacilityId> known) {
        var kinds = planned.kinds().stream()
                .map(RecordKind::valueOf)
                .mapToLong(RecordKind::mask)
                .sum();
        rules.add(
                Objects.requireNonNull(known.get(planned.facility())),
                LocalDate.of(2026, 1, 1),
                kinds,
                planned.department(),
                Audience.PROFESSIONAL,
                true,
                planned.delayProfessionalDays(),
                "plan");
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
            facilities.registerCertificate(
                    facility,
                    MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()),
                    certificate.getSerialNumber().toString(16),
                    certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " is no certificate", e);
        }
    }
}

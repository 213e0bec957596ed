package hmnet.office.setup;

import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Staff;
import hmnet.ground.signin.SignInAccounts;
import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedRule;
import hmnet.office.setup.Plan.PlannedStaff;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;

/// Takes over facilities, staff with their ways to sign in, and disclosure rules (参加者の移行).
@Component
class Participants {
    private final Facilities facilities;
    private final Staff staff;
    private final SignInAccounts accounts;
    private final Rules rules;
    private final MachineConnections connections;

    Participants(
            Facilities facilities, Staff staff, SignInAccounts accounts, Rules rules, MachineConnections connections) {
        this.facilities = facilities;
        this.staff = staff;
        this.accounts = accounts;
        this.rules = rules;
        this.connections = connections;
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
        connections.certificateOf(planned, id, pki);
        connections.rightsOf(planned, id);
        return id;
    }

    /// Whether somebody signs in under this name, or did before they left: they come back under no old name.
    boolean works(String login) {
        return staff.knows(login);
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
        if (planned.emergency()) {
            staff.worksInEmergencies(id, true);
        }
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
}

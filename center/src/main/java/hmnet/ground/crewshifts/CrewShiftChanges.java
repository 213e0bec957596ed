package hmnet.ground.crewshifts;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.personcertificates.FacilityDevices;
import hmnet.ground.personcertificates.PersonPort;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The rule of a facility's crews is changed by two operators (救急隊の端末の設定). It is not begun where no crew could come in:
/// without the port of certificates, or without a registered device that counts.
@Component
class CrewShiftChanges {
    static final String KIND = "crew-shift";

    /// Before a service's last device runs out.
    static final int NOTICE_DAYS = 30;

    private final CrewShifts shifts;
    private final Approvals approvals;
    private final FacilityDevices devices;
    private final PersonPort port;
    private final Audit audit;
    private final Clock clock;

    CrewShiftChanges(
            CrewShifts shifts,
            Approvals approvals,
            FacilityDevices devices,
            PersonPort port,
            Audit audit,
            Clock clock) {
        this.shifts = shifts;
        this.approvals = approvals;
        this.devices = devices;
        this.port = port;
        this.audit = audit;
        this.clock = clock;
    }

    /// The result (設定の結果).
    enum ChangeResult {
        ASKED,
        CHANGED,
        /// Said no, or taken back.
        REFUSED,
        /// Who asked cannot be who agrees.
        SAME_PERSON,
        /// No crew could come in.
        NO_DEVICE,
        /// Nobody asked, somebody asked already, or it is so already.
        NOTHING
    }

    /// How many registered devices of a facility count now.
    long devices(FacilityId facility) {
        return devices(facility, OffsetDateTime.now(clock));
    }

    private long devices(FacilityId facility, OffsetDateTime day) {
        return devices.of(facility).stream()
                .filter(device -> device.notAfter().isAfter(day))
                .count();
    }

    /// Whether a facility's crews come in by devices alone, and the last of these runs out within a month.
    boolean isRunningOut(FacilityId facility) {
        return shifts.shift(facility).isPresent()
                && devices(facility, OffsetDateTime.now(clock).plusDays(NOTICE_DAYS)) == 0;
    }

    long runningOut() {
        return shifts.facilities().stream().filter(this::isRunningOut).count();
    }

    List<Approval> waiting() {
        return approvals.waiting(KIND);
    }

    Optional<Approval> waiting(FacilityId facility) {
        return approvals.open(subject(facility));
    }

    /// The first of two.
    ///
    /// @param hours of a shift; 0 for no rule
    @Transactional
    public ChangeResult ask(Facility facility, int hours, String why, Requester by) {
        var now = shifts.hoursNow(facility.id());
        if (now == hours) {
            return ChangeResult.NOTHING;
        }
        if (hours > 0 && !isOpenToCrews(facility.id())) {
            return ChangeResult.NO_DEVICE;
        }
        approvals.held(subject(facility.id()), now);
        if (!approvals.propose(subject(facility.id()), Integer.toString(hours), why, now, by.actor())) {
            return ChangeResult.NOTHING;
        }
        trace(facility.id(), "asked", hours, why, by);
        return ChangeResult.ASKED;
    }

    private boolean isOpenToCrews(FacilityId facility) {
        return port.isOpen() && devices(facility) > 0;
    }

    /// The second of two.
    @Transactional
    public ChangeResult agree(FacilityId facility, Requester by) {
        var now = shifts.hoursNow(facility);
        return switch (SecondPerson.of(approvals.held(subject(facility), now), by.actor())) {
            case NothingWaits<Approval> nothing -> ChangeResult.NOTHING;
            case Proposer<Approval> asker -> ChangeResult.SAME_PERSON;
            case Other<Approval>(var asked) -> agreed(facility, asked, by);
        };
    }

    private ChangeResult agreed(FacilityId facility, Approval asked, Requester by) {
        var hours = Integer.parseInt(asked.what());
        if (hours > 0 && !isOpenToCrews(facility)) {
            return ChangeResult.NO_DEVICE;
        }
        approvals.confirm(asked, by.actor());
        if (hours > 0) {
            shifts.set(facility, hours);
        } else {
            shifts.end(facility);
        }
        trace(facility, "changed", hours, asked.why(), by);
        return ChangeResult.CHANGED;
    }

    /// By a second person, or by whoever asked.
    @Transactional
    public ChangeResult refuse(FacilityId facility, Requester by) {
        var asked = approvals.held(subject(facility));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            var outcome = one.by().equals(by.actor()) ? "withdrawn" : "refused";
            trace(facility, outcome, Integer.parseInt(one.what()), one.why(), by);
        });
        return asked.isPresent() ? ChangeResult.REFUSED : ChangeResult.NOTHING;
    }

    private void trace(FacilityId facility, String outcome, int hours, String why, Requester by) {
        audit.write(by.did(Action.CREW_SHIFT_CHANGED, outcome)
                .with("facility", Long.toString(facility.value()))
                .with("hours", Integer.toString(hours))
                .with("why", why));
    }

    private static Subject subject(FacilityId facility) {
        return new Subject(KIND, Long.toString(facility.value()));
    }
}

package hmnet.office.membership;

import hmnet.exchange.callers.Callers;
import hmnet.exchange.updates.Subscribers;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facilities.FacilityEnd;
import hmnet.ground.directory.FacilityCertificates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A facility leaves on a day (施設の脱退), and may come back: one operator asks, another one confirms, neither of them
/// works there. From the day on its people and machines are out, its own consents and cards open nothing, and its
/// records are shown as was said.
@Component
class Closings {
    static final String KIND = "facility-end";
    private static final String STAY = "stay";

    private final Facilities facilities;
    private final FacilityCertificates certificates;
    private final Callers callers;
    private final Subscribers subscribers;
    private final Approvals approvals;
    private final Audit audit;

    Closings(
            Facilities facilities,
            FacilityCertificates certificates,
            Callers callers,
            Subscribers subscribers,
            Approvals approvals,
            Audit audit) {
        this.facilities = facilities;
        this.certificates = certificates;
        this.callers = callers;
        this.subscribers = subscribers;
        this.approvals = approvals;
        this.audit = audit;
    }

    Optional<FacilityEnd> of(FacilityId facility) {
        return facilities.ends().stream()
                .filter(one -> one.facility().equals(facility))
                .findFirst();
    }

    /// What waits for a second operator. Its words: `2027-04-01 keep`, `2027-04-01 end` or `stay`.
    Optional<Approval> waiting(FacilityId facility) {
        return approvals.open(subject(facility));
    }

    List<FacilityId> allWaiting() {
        return approvals.waiting(KIND).stream()
                .map(one -> new FacilityId(Long.parseLong(one.subject().key())))
                .toList();
    }

    @Transactional
    public MemberAnswer ask(FacilityId facility, LocalDate leftOn, boolean recordsEnd, String why, Requester by) {
        return of(facility).isPresent()
                ? MemberAnswer.GONE
                : propose(facility, leftOn + (recordsEnd ? " end" : " keep"), why, by);
    }

    /// Takes a day back, come or not.
    @Transactional
    public MemberAnswer askBack(FacilityId facility, String why, Requester by) {
        return of(facility).isEmpty() ? MemberAnswer.GONE : propose(facility, STAY, why, by);
    }

    private MemberAnswer propose(FacilityId facility, String what, String why, Requester by) {
        if (facility.equals(by.facility())) {
            return MemberAnswer.OWN;
        }
        if (!approvals.propose(subject(facility), what, why, 0, by.actor())) {
            return MemberAnswer.WAITS;
        }
        trace(facility, "proposed", what, by);
        return MemberAnswer.DONE;
    }

    @Transactional
    public MemberAnswer agree(FacilityId facility, Requester by) {
        if (facility.equals(by.facility())) {
            return MemberAnswer.OWN;
        }
        return switch (SecondPerson.of(approvals.held(subject(facility)), by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> MemberAnswer.GONE;
            case SecondPerson.Proposer<Approval> proposer -> MemberAnswer.SECOND_PERSON;
            case SecondPerson.Other<Approval>(var approval) -> {
                approvals.confirm(approval, by.actor());
                carryOut(facility, approval.what());
                trace(facility, "confirmed", approval.what(), by);
                yield MemberAnswer.DONE;
            }
        };
    }

    private void carryOut(FacilityId facility, String what) {
        if (what.equals(STAY)) {
            facilities.stay(facility);
            return;
        }
        var parts = what.split(" ", -1);
        facilities.leave(facility, LocalDate.parse(parts[0]), parts[1].equals("end"));
        of(facility).filter(FacilityEnd::out).ifPresent(this::cutOff);
    }

    @Transactional
    public MemberAnswer refuse(FacilityId facility, Requester by) {
        var asked = approvals.held(subject(facility));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            trace(facility, one.by().equals(by.actor()) ? "withdrawn" : "refused", one.what(), by);
        });
        return asked.isPresent() ? MemberAnswer.DONE : MemberAnswer.GONE;
    }

    /// What stands in registers of their own goes on the day too. People and machines are out without it.
    @Scheduled(initialDelay = 10_000, fixedDelay = 60_000)
    @Transactional
    public void turn() {
        facilities.ends().stream().filter(FacilityEnd::out).forEach(this::cutOff);
    }

    private void cutOff(FacilityEnd end) {
        var facility = end.facility();
        callers.held()
                .getOrDefault(facility, List.of())
                .forEach(right -> callers.withdraw(facility, right.errand(), Actor.CENTRE));
        subscribers.silence(facility);
        var ended = certificates.endAll(facility, "left", Actor.CENTRE.word());
        if (ended > 0) {
            audit.write(Trace.of(Action.FACILITY_CERTIFICATE, Actor.CENTRE, "ended")
                    .at(facility.value())
                    .with("count", Integer.toString(ended)));
        }
    }

    private static Subject subject(FacilityId facility) {
        return new Subject(KIND, Long.toString(facility.value()));
    }

    private void trace(FacilityId facility, String outcome, String what, Requester by) {
        audit.write(by.did(
                Action.FACILITY_LEAVES,
                null,
                outcome,
                Map.of("facility", Long.toString(facility.value()), "what", what)));
    }
}

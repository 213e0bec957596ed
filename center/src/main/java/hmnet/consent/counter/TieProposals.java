package hmnet.consent.counter;

import hmnet.consent.cards.StaffTrace;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.links.LinkOutcome;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.Patients;
import hmnet.people.patients.Patients.PatientDetails;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ties of a chart to a card whose holders contradict each other (相違のある紐付けの申し出): one of the
/// desk gives the reason, a second one of the same facility compares again.
@Component
class TieProposals {
    private static final String KIND = "desk-tie";

    private final Approvals approvals;
    private final Patients patients;
    private final Persons persons;
    private final Protections protections;
    private final Relations relations;
    private final Audit audit;

    TieProposals(
            Approvals approvals,
            Patients patients,
            Persons persons,
            Protections protections,
            Relations relations,
            Audit audit) {
        this.approvals = approvals;
        this.patients = patients;
        this.persons = persons;
        this.protections = protections;
        this.relations = relations;
        this.audit = audit;
    }

    /// One that waits for a second person, with what both sides read now.
    record TieProposal(Approval approval, PatientDetails patient, Person person, DeskComparison compared) {
        boolean by(Requester who) {
            return approval.by().equals(who.actor());
        }
    }

    /// How an answer ended.
    enum TieAnswer {
        TIED,
        REFUSED,
        /// Whoever proposed it cannot confirm it.
        SECOND_PERSON,
        /// Nothing waits, or the entries read otherwise by now.
        GONE,
        TIED_ELSEWHERE
    }

    DeskComparison compare(PatientDetails patient, Person person, Requester by) {
        return DeskComparison.of(
                patient,
                person,
                protections.hiddenFrom(by, List.of(person.id())).isEmpty());
    }

    /// False when one waits already.
    @Transactional
    public boolean propose(PatientDetails patient, Person person, String why, Requester by) {
        var asOf = asOf(patient, person);
        var subject = subject(by, patient.number(), person.id());
        approvals.held(subject, asOf);
        var taken = approvals.propose(subject, "tie", why, asOf, by.actor());
        if (taken) {
            trace(Action.TIE_PROPOSED, by, person.id(), "proposed", patient.number());
        }
        return taken;
    }

    /// Those of the reader's facility, the oldest first.
    List<TieProposal> waiting(Requester by) {
        return approvals.waiting(KIND).stream()
                .filter(one -> ofFacility(one, by))
                .flatMap(one -> read(one, by).stream())
                .toList();
    }

    @Transactional
    public TieAnswer answer(long id, boolean same, Requester by) {
        var asked = approvals.waiting(KIND).stream()
                .filter(one -> one.id() == id && ofFacility(one, by))
                .findFirst()
                .flatMap(one -> read(one, by));
        if (asked.isEmpty()) {
            return TieAnswer.GONE;
        }
        var proposal = asked.get();
        var person = proposal.person().id();
        var number = proposal.patient().number();
        var held = approvals.held(proposal.approval().subject(), asOf(proposal.patient(), proposal.person()));
        if (!same) {
            held.ifPresent(one -> {
                approvals.refuse(one, by.actor());
                trace(Action.TIE_REFUSED, by, person, "refused", number);
            });
            return held.isPresent() ? TieAnswer.REFUSED : TieAnswer.GONE;
        }
        return switch (SecondPerson.of(held, by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> TieAnswer.GONE;
            case SecondPerson.Proposer<Approval> proposer -> TieAnswer.SECOND_PERSON;
            case SecondPerson.Other<Approval>(var approval) -> {
                approvals.confirm(approval, by.actor());
                yield relations.tie(by, person, number) == LinkOutcome.SOMEBODY_ELSES
                        ? TieAnswer.TIED_ELSEWHERE
                        : TieAnswer.TIED;
            }
        };
    }

    /// The whole of both sides, whoever looks.
    private static long asOf(PatientDetails patient, Person person) {
        return DeskComparison.of(patient, person, true).asOf();
    }

    private static boolean ofFacility(Approval approval, Requester by) {
        return approval.subject()
                .words()
                .getFirst()
                .equals(Long.toString(by.facility().value()));
    }

    private Optional<TieProposal> read(Approval approval, Requester by) {
        var words = approval.subject().words();
        var number = new String(HexFormat.of().parseHex(words.get(1)), StandardCharsets.UTF_8);
        var person = PersonId.valueOf(words.getLast());
        return protections.keeps(by, person)
                ? Optional.empty()
                : patients.shown(by.facility(), number)
                        .flatMap(patient -> persons.find(person)
                                .map(known -> new TieProposal(approval, patient, known, compare(patient, known, by))));
    }

    private static Subject subject(Requester by, String number, PersonId person) {
        return new Subject(
                KIND,
                by.facility().value() + " "
                        + HexFormat.of().formatHex(number.getBytes(StandardCharsets.UTF_8))
                        + " " + person);
    }

    private void trace(Action action, Requester by, PersonId person, String outcome, String number) {
        audit.write(StaffTrace.of(action, by, person, outcome, Map.of("number", number)));
    }
}

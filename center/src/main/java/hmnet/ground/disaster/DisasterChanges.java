package hmnet.ground.disaster;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The disaster mode begins and lasts longer by two, and ends by one or by itself (災害時モードの宣言). The office asks; a
/// second person of the office, or of a municipality that the setting names, agrees.
@Component
class DisasterChanges {
    static final String KIND = "disaster";
    private static final Logger LOG = LoggerFactory.getLogger(DisasterChanges.class);
    private static final Subject MODE = new Subject(KIND, "mode");

    private final Disasters disasters;
    private final DisasterSettings settings;
    private final Facilities facilities;
    private final Approvals approvals;
    private final Audit audit;
    private final Clock clock;

    DisasterChanges(
            Disasters disasters,
            DisasterSettings settings,
            Facilities facilities,
            Approvals approvals,
            Audit audit,
            Clock clock) {
        this.disasters = disasters;
        this.settings = settings;
        this.facilities = facilities;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /// The result (宣言の結果).
    enum DeclarationResult {
        ASKED,
        BEGUN,
        PROLONGED,
        ENDED,
        /// Said no, or taken back.
        REFUSED,
        /// Who asked cannot be who agrees.
        SAME_PERSON,
        /// Of a municipality that the setting does not name.
        NOT_NAMED,
        /// Nobody asked, somebody asked already, or it changed meanwhile.
        NOTHING
    }

    Optional<Approval> waiting() {
        return approvals.open(MODE);
    }

    /// Whether somebody may agree and end; asking is the office's alone.
    boolean isNamed(Requester by) {
        return by.may(Right.OPERATE)
                || by.may(Right.DECLARE)
                        && settings.municipalities()
                                .contains(facilities.get(by.facility()).code());
    }

    /// The first of two: that it begins, or, while one holds, that it lasts so long from then on.
    ///
    /// @param longer whether whoever asks saw one that holds
    @Transactional
    public DeclarationResult ask(DisasterTerms terms, boolean longer, String reason, Requester by) {
        if (!by.may(Right.OPERATE)) {
            return DeclarationResult.NOT_NAMED;
        }
        var standing = held();
        if (standing.isPresent() != longer) {
            return DeclarationResult.NOTHING;
        }
        var wanted = standing.map(one -> new DisasterTerms(terms.hours(), one.area()))
                .orElse(terms);
        approvals.held(MODE, number(standing));
        if (!approvals.propose(MODE, wanted.text(), reason, number(standing), by.actor())) {
            return DeclarationResult.NOTHING;
        }
        audit.write(told(by, "asked", wanted, reason));
        return DeclarationResult.ASKED;
    }

    /// The second of two.
    @Transactional
    public DeclarationResult agree(Requester by) {
        if (!isNamed(by)) {
            return DeclarationResult.NOT_NAMED;
        }
        var standing = held();
        return switch (SecondPerson.of(approvals.held(MODE, number(standing)), by.actor())) {
            case NothingWaits<Approval> nothing -> DeclarationResult.NOTHING;
            case Proposer<Approval> asker -> DeclarationResult.SAME_PERSON;
            case Other<Approval>(var asked) -> agreed(asked, standing, by);
        };
    }

    private DeclarationResult agreed(Approval asked, Optional<Disaster> standing, Requester by) {
        var terms = DisasterTerms.of(asked.what());
        approvals.confirm(asked, by.actor());
        var now = standing.map(one -> disasters.prolong(one, terms.lasts()))
                .orElseGet(() ->
                        disasters.begin(terms.area(), asked.why(), terms.lasts(), StaffId.of(asked.by()), by.staff()));
        audit.write(told(by, standing.isPresent() ? "prolonged" : "begun", terms, asked.why())
                .with("disaster", Long.toString(now.id()))
                .with("until", now.until().toInstant().toString()));
        LOG.warn("ALARM The disaster mode {} holds until {}", now.id(), now.until());
        return standing.isPresent() ? DeclarationResult.PROLONGED : DeclarationResult.BEGUN;
    }

    /// By a second person, or by whoever asked.
    @Transactional
    public DeclarationResult refuse(Requester by) {
        if (!isNamed(by)) {
            return DeclarationResult.NOT_NAMED;
        }
        var asked = approvals.held(MODE);
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            var outcome = one.by().equals(by.actor()) ? "withdrawn" : "refused";
            audit.write(told(by, outcome, DisasterTerms.of(one.what()), one.why()));
        });
        return asked.isPresent() ? DeclarationResult.REFUSED : DeclarationResult.NOTHING;
    }

    /// By one, before its time.
    @Transactional
    public DeclarationResult end(Requester by) {
        if (!isNamed(by)) {
            return DeclarationResult.NOT_NAMED;
        }
        var standing = held();
        standing.ifPresent(one -> {
            disasters.end(one, by.staff());
            approvals.held(MODE).ifPresent(approvals::lapse);
            audit.write(by.did(Action.DISASTER_CHANGED, "ended").with("disaster", Long.toString(one.id())));
        });
        return standing.isPresent() ? DeclarationResult.ENDED : DeclarationResult.NOTHING;
    }

    /// That its time is over is written down within the minute. Nothing waits for it: it held no longer than its time.
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    @Transactional
    public void endOver() {
        written(disasters.endOver());
    }

    /// The one that holds, with the row locked. One whose time is over ends first.
    private Optional<Disaster> held() {
        written(disasters.endOver());
        return disasters.held().filter(one -> one.holds(OffsetDateTime.now(clock)));
    }

    private void written(Optional<Disaster> over) {
        over.ifPresent(one -> audit.write(
                Trace.of(Action.DISASTER_CHANGED, Actor.CENTRE, "over").with("disaster", Long.toString(one.id()))));
    }

    private static long number(Optional<Disaster> standing) {
        return standing.map(Disaster::id).orElse(0L);
    }

    private static Trace told(Requester by, String outcome, DisasterTerms terms, String reason) {
        return by.did(Action.DISASTER_CHANGED, outcome)
                .with("hours", Integer.toString(terms.hours()))
                .with(
                        "towns",
                        terms.area().isRegion()
                                ? "all"
                                : String.join("、", terms.area().towns()))
                .with("reason", reason);
    }
}

package hmnet.record.restoring;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.record.inbox.SentFiles;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a facility sent goes back to it, byte for byte (被災施設への返却): its own desk asks, an operator agrees, and for a day
/// the desk fetches it in parts. Nobody gets another facility's.
@Component
class Restorings {
    static final String KIND = "restoring";
    private static final int HOURS = 24;

    private final JdbcClient db;
    private final SentFiles files;
    private final Approvals approvals;
    private final Audit audit;

    Restorings(JdbcClient db, SentFiles files, Approvals approvals, Audit audit) {
        this.db = db;
        this.files = files;
        this.approvals = approvals;
        this.audit = audit;
    }

    /// How far a facility is that may fetch now (返却の状況).
    record RestoringSpan(OffsetDateTime until, long fetchedTo, long partFrom) {}

    /// The result (申請の結果).
    enum RestoringResult {
        ASKED,
        AGREED,
        REFUSED,
        SAME_PERSON,
        NOTHING
    }

    Optional<RestoringSpan> open(FacilityId facility) {
        return db.sql("""
                        select until, fetched_to, part_from from restoring where facility = ? and until > now()""").param(facility.value()).query(RestoringSpan.class).optional();
    }

    Optional<Approval> waiting(FacilityId facility) {
        return approvals.open(subject(facility));
    }

    List<Approval> waiting() {
        return approvals.waiting(KIND);
    }

    @Transactional
    public RestoringResult ask(String why, Requester by) {
        if (!by.may(Right.DESK) || !approvals.propose(subject(by.facility()), "originals", why, 0, by.actor())) {
            return RestoringResult.NOTHING;
        }
        audit.write(told("asked", by.facility(), by).with("why", why));
        return RestoringResult.ASKED;
    }

    @Transactional
    public RestoringResult agree(FacilityId facility, Requester by) {
        return switch (SecondPerson.of(approvals.held(subject(facility)), by.actor())) {
            case NothingWaits<Approval> nothing -> RestoringResult.NOTHING;
            case Proposer<Approval> asker -> RestoringResult.SAME_PERSON;
            case Other<Approval>(var asked) -> {
                approvals.confirm(asked, by.actor());
                db.sql("""
                                insert into restoring (facility, until) values (:facility, now() + make_interval(hours => :hours))
                                    on conflict (facility) do update set until = excluded.until""")
                        .param("facility", facility.value())
                        .param("hours", HOURS)
                        .update();
                audit.write(told("agreed", facility, by).with("why", asked.why()));
                yield RestoringResult.AGREED;
            }
        };
    }

    /// By the office, or taken back by whoever asked.
    @Transactional
    public RestoringResult refuse(FacilityId facility, Requester by) {
        var asked = approvals.held(subject(facility));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            audit.write(told(one.by().equals(by.actor()) ? "withdrawn" : "refused", facility, by));
        });
        return asked.isPresent() ? RestoringResult.REFUSED : RestoringResult.NOTHING;
    }

    /// The next part, or the last one again; nothing where the day is over or nothing is left.
    ///
    /// @param from the file after which it begins: a part that was cut off on its way is made again
    @Transactional
    public Optional<OriginalsPart> part(Requester by, long from) {
        var row = db.sql("select fetched_to from restoring where facility = ? and until > now() for update")
                .param(by.facility().value())
                .query(Long.class)
                .optional();
        if (row.isEmpty() || from > row.get() || !by.may(Right.DESK)) {
            return Optional.empty();
        }
        var part = OriginalsPart.of(files, by.facility(), from);
        if (part.isEmpty()) {
            return part;
        }
        db.sql("update restoring set part_from = ?, fetched_to = ? where facility = ?")
                .params(from, part.get().last(), by.facility().value())
                .update();
        audit.write(told("fetched", by.facility(), by)
                .with("files", Integer.toString(part.get().count()))
                .with("left-out", Integer.toString(part.get().leftOut()))
                .with("first", Long.toString(from))
                .with("last", Long.toString(part.get().last())));
        return part;
    }

    private static Trace told(String outcome, FacilityId facility, Requester by) {
        return by.did(Action.ORIGINALS_GIVEN_BACK, outcome).with("facility", Long.toString(facility.value()));
    }

    private static Subject subject(FacilityId facility) {
        return new Subject(KIND, Long.toString(facility.value()));
    }
}

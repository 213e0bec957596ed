package hmnet.office.stops;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A hospital's stop of all disclosure (提供の停止): one of its desk stops at once, two start again. A desk acts
/// for its own facility and for no other.
@Component
class DisclosureStops {
    static final String KIND = "disclosure-resumption";
    private static final int MOST = 50;
    private static final String COLUMNS = """
            select id, why, stopped_by, stopped_at, resumed_by, resumed_at
              from disclosure_stop
             where facility = ?""";

    private final JdbcClient db;
    private final Facilities facilities;
    private final Approvals approvals;
    private final Audit audit;

    DisclosureStops(JdbcClient db, Facilities facilities, Approvals approvals, Audit audit) {
        this.db = db;
        this.facilities = facilities;
        this.approvals = approvals;
        this.audit = audit;
    }

    /// How an answer ended (結果).
    enum StopAnswer {
        DONE,
        /// Whoever proposed it cannot confirm it.
        SECOND_PERSON,
        /// Nothing is stopped, or nothing waits any more.
        GONE
    }

    /// The newest first, of one facility.
    List<DisclosureStop> of(FacilityId facility) {
        return db.sql(COLUMNS + " order by id desc limit " + MOST)
                .param(facility.value())
                .query(DisclosureStops::read)
                .list();
    }

    Optional<DisclosureStop> now(FacilityId facility) {
        return of(facility).stream().filter(stop -> stop.resumedAt() == null).findFirst();
    }

    /// What waits for a second person to start again.
    Optional<Approval> waiting(FacilityId facility) {
        return now(facility).flatMap(stop -> approvals.open(subject(facility)).filter(one -> one.asOf() == stop.id()));
    }

    /// False when the facility has stopped already.
    @Transactional
    public boolean stop(String why, Requester by) {
        var stopped = db.sql("""
                        insert into disclosure_stop (facility, why, stopped_by) values (?, ?, ?)
                            on conflict do nothing""")
                        .params(by.facility().value(), why, by.staff().value())
                        .update()
                == 1;
        if (stopped) {
            facilities.stopDisclosure(by.facility(), true);
            trace(Action.DISCLOSURE_STOPPED, "stopped", by);
        }
        return stopped;
    }

    /// The first of two who start again; false when nothing is stopped, or one waits already.
    @Transactional
    public boolean propose(String why, Requester by) {
        var stop = held(by.facility());
        if (stop.isEmpty()) {
            return false;
        }
        approvals.held(subject(by.facility()), stop.get().id());
        var asked = approvals.propose(
                subject(by.facility()), "resume", why, stop.get().id(), by.actor());
        if (asked) {
            trace(Action.RESUMPTION_PROPOSED, "proposed", by);
        }
        return asked;
    }

    /// The second of two: everything is shown again as the rules say.
    @Transactional
    public StopAnswer agree(Requester by) {
        var stop = held(by.facility());
        var asked = stop.flatMap(one -> approvals.held(subject(by.facility()), one.id()));
        return switch (SecondPerson.of(asked, by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> StopAnswer.GONE;
            case SecondPerson.Proposer<Approval> proposer -> StopAnswer.SECOND_PERSON;
            case SecondPerson.Other<Approval>(var approval) -> {
                approvals.confirm(approval, by.actor());
                db.sql("update disclosure_stop set resumed_by = ?, resumed_at = now() where id = ?")
                        .params(by.staff().value(), stop.orElseThrow().id())
                        .update();
                facilities.stopDisclosure(by.facility(), false);
                trace(Action.DISCLOSURE_RESUMED, "resumed", by);
                yield StopAnswer.DONE;
            }
        };
    }

    /// By a second person, or by whoever proposed it.
    @Transactional
    public StopAnswer refuse(Requester by) {
        var asked = approvals.held(subject(by.facility()));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            trace(Action.RESUMPTION_REFUSED, one.by().equals(by.actor()) ? "withdrawn" : "refused", by);
        });
        return asked.isPresent() ? StopAnswer.DONE : StopAnswer.GONE;
    }

    private Optional<DisclosureStop> held(FacilityId facility) {
        return db.sql(COLUMNS + " and resumed_at is null for update")
                .param(facility.value())
                .query(DisclosureStops::read)
                .optional();
    }

    private static Subject subject(FacilityId facility) {
        return new Subject(KIND, Long.toString(facility.value()));
    }

    private void trace(Action action, String outcome, Requester by) {
        audit.write(by.did(
                action,
                null,
                outcome,
                Map.of("facility", Long.toString(by.facility().value()))));
    }

    private static DisclosureStop read(ResultSet row, int number) throws SQLException {
        var resumedBy = row.getObject("resumed_by", Long.class);
        return new DisclosureStop(
                row.getLong("id"),
                row.getString("why"),
                new StaffId(row.getLong("stopped_by")),
                row.getObject("stopped_at", OffsetDateTime.class),
                resumedBy == null ? null : new StaffId(resumedBy),
                row.getObject("resumed_at", OffsetDateTime.class));
    }
}

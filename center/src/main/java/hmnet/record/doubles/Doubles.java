package hmnet.record.doubles;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What operators decide about doubles (重複の扱い): one asks for a set to be hidden, a second one hides it,
/// either takes it back; one says that a set is none. Each decides on what stood on the screen, row for row.
@Component
class Doubles {
    private final JdbcClient db;
    private final LikelyDoubles likely;
    private final DoubleSearches searches;
    private final Audit audit;

    Doubles(JdbcClient db, LikelyDoubles likely, DoubleSearches searches, Audit audit) {
        this.db = db;
        this.likely = likely;
        this.searches = searches;
        this.audit = audit;
    }

    /// The result.
    enum HidingResult {
        DONE,
        /// The second is the first.
        OWN,
        /// It is not what was on the screen.
        CHANGED
    }

    /// A decision that waits, or that holds.
    record HidingDecision(
            long id, FacilityId facility, RecordKind kind, LocalDate month, StaffId by, OffsetDateTime at) {}

    /// How many wait for a second operator.
    long waiting() {
        return db.sql("select count(*) from double_decision where state = ?")
                .param(DoublesState.OPEN.word())
                .query(Long.class)
                .single();
    }

    /// Those that wait and those that hold, by number.
    Map<Long, HidingDecision> standing() {
        return db.sql("""
                        select * from double_decision
                         where state in %s order by id desc limit 2000""".formatted(DoublesState.STANDING)).query(Doubles::decision).list().stream()
                .collect(Collectors.toMap(HidingDecision::id, decision -> decision));
    }

    @Transactional
    void search(FacilityId facility, Requester by) {
        searches.ask(facility, by.actor());
        trace(Action.DOUBLES_SEARCHED, by, Map.of("of", Long.toString(facility.value())));
    }

    /// @param rows as many as stood on the screen
    @Transactional
    HidingResult propose(FacilityId facility, RecordKind kind, LocalDate month, int rows, Requester by) {
        var decision = begun(facility, kind, month, rows, DoublesState.OPEN, by);
        if (rows < 1 || claimed(decision) != rows) {
            return changed();
        }
        trace(Action.DOUBLES_PROPOSED, by, decision, rows);
        return HidingResult.DONE;
    }

    /// Says that they are no doubles: no search asks again. One is enough, since nothing is hidden by it.
    ///
    /// @param rows as many as stood on the screen
    @Transactional
    HidingResult differ(FacilityId facility, RecordKind kind, LocalDate month, int rows, Requester by) {
        var decision = begun(facility, kind, month, rows, DoublesState.DIFFERENT, by);
        if (rows < 1 || claimed(decision) != rows || likely.differ(decision.id()) != rows) {
            return changed();
        }
        trace(Action.DOUBLES_DIFFERENT, by, decision, rows);
        return HidingResult.DONE;
    }

    /// Asks about them again.
    @Transactional
    HidingResult reopen(long id, Requester by) {
        return release(id, DoublesState.DIFFERENT, DoublesState.REOPENED, Action.DOUBLES_REOPENED, by);
    }

    private HidingDecision begun(
            FacilityId facility, RecordKind kind, LocalDate month, int rows, DoublesState state, Requester by) {
        return db.sql("""
                        insert into double_decision (facility, kind, month, rows, staff, state)
                        values (?, ?, ?, ?, ?, ?)
                        returning id, facility, kind, month, staff, at""")
                .params(facility.value(), kind.bit(), month, rows, by.staff().value(), state.word())
                .query(Doubles::decision)
                .single();
    }

    private int claimed(HidingDecision decision) {
        return likely.claim(decision.facility(), decision.kind(), decision.month(), decision.id());
    }

    /// Hides what another operator asked for.
    @Transactional
    HidingResult hide(long id, int rows, Requester by) {
        return switch (SecondPerson.of(
                locked(id, DoublesState.OPEN), one -> one.by().actor(), by.actor())) {
            case NothingWaits<HidingDecision> nothing -> HidingResult.CHANGED;
            case Proposer<HidingDecision> asker -> HidingResult.OWN;
            case Other<HidingDecision>(var asked) -> hidden(asked, rows, by);
        };
    }

    private HidingResult hidden(HidingDecision asked, int rows, Requester by) {
        if (likely.hide(asked.id()) != rows) {
            return changed();
        }
        settle(asked.id(), DoublesState.HIDDEN, by);
        trace(Action.DOUBLES_HIDDEN, by, asked, rows);
        return HidingResult.DONE;
    }

    /// Takes a wish back that nobody has followed yet.
    @Transactional
    HidingResult withdraw(long id, Requester by) {
        return release(id, DoublesState.OPEN, DoublesState.WITHDRAWN, Action.DOUBLES_WITHDRAWN, by);
    }

    /// Brings back what was hidden; one is enough, since nothing is lost by it.
    @Transactional
    HidingResult show(long id, Requester by) {
        return release(id, DoublesState.HIDDEN, DoublesState.SHOWN, Action.DOUBLES_SHOWN, by);
    }

    private HidingResult release(long id, DoublesState from, DoublesState to, Action action, Requester by) {
        var decision = locked(id, from);
        decision.ifPresent(found -> {
            var rows = likely.release(id);
            db.sql("update double_decision set state = ?, settled_at = now() where id = ?")
                    .params(to.word(), id)
                    .update();
            trace(action, by, found, rows);
        });
        return decision.isPresent() ? HidingResult.DONE : HidingResult.CHANGED;
    }

    private void settle(long id, DoublesState state, Requester by) {
        db.sql("update double_decision set state = ?, second = ?, settled_at = now() where id = ?")
                .params(state.word(), by.staff().value(), id)
                .update();
    }

    private static HidingResult changed() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return HidingResult.CHANGED;
    }

    private Optional<HidingDecision> locked(long id, DoublesState state) {
        return db.sql("select * from double_decision where id = ? and state = ? for update")
                .params(id, state.word())
                .query(Doubles::decision)
                .optional();
    }

    private static HidingDecision decision(ResultSet row, int number) throws SQLException {
        return new HidingDecision(
                row.getLong("id"),
                new FacilityId(row.getLong("facility")),
                RecordKind.of(row.getInt("kind")),
                row.getObject("month", LocalDate.class),
                new StaffId(row.getLong("staff")),
                row.getObject("at", OffsetDateTime.class));
    }

    private void trace(Action action, Requester by, HidingDecision decision, int rows) {
        trace(
                action,
                by,
                Map.of(
                        "of", Long.toString(decision.facility().value()),
                        "kind", decision.kind().name(),
                        "month", decision.month().toString(),
                        "decision", Long.toString(decision.id()),
                        "rows", Integer.toString(rows)));
    }

    private void trace(Action action, Requester by, Map<String, String> detail) {
        audit.write(by.did(action, null, "done", detail));
    }
}

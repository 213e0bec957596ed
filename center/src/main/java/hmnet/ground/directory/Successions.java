package hmnet.ground.directory;

import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.database.Recent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Successions of facilities (承継): one of the network's operators asks, another one agrees, and the same to
/// take it back. Events that stay; what they add up to is read each time it is asked, and nothing else is
/// changed.
@Component
public class Successions {
    private static final int LOCK_SPACE = 7005;
    private static final int MOST = 500;
    private static final String COLUMNS =
            "select id, facility, successor, on_date, records, cards, consents, relations, rules, why, action, by, at from ";

    private final JdbcClient db;
    private final Audit audit;
    private final Recent<Heirs> heirs;

    Successions(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
        this.heirs = new Recent<>(this::read);
    }

    /// Who stands for whom today, as it was known at most two seconds ago.
    public Heirs now() {
        return heirs.get();
    }

    private Heirs read() {
        return new Heirs(db.sql(COLUMNS + "succession_now").query(Successions::stated).list().stream()
                .map(SuccessionStatement::succession)
                .toList());
    }

    /// A succession and its last event.
    public record SuccessionStatement(
            long id, Succession succession, SuccessionState state, StaffId by, OffsetDateTime at) {
        public boolean holds() {
            return state.holds();
        }

        /// Whether a second person has to say so too.
        public boolean waits() {
            return state.waits();
        }
    }

    /// All there ever were, the newest first.
    public List<SuccessionStatement> all() {
        return db.sql(COLUMNS + "succession_state order by id desc limit " + MOST)
                .query(Successions::stated)
                .list();
    }

    public Optional<SuccessionStatement> find(long id) {
        return db.sql(COLUMNS + "succession_state where id = ?")
                .param(id)
                .query(Successions::stated)
                .optional();
    }

    /// The result (申請の結果).
    public enum SuccessionResult {
        ASKED,
        DONE,
        /// The one who asked cannot be the one who agrees.
        SAME_PERSON,
        /// Somebody has taken over from this facility already, or is about to.
        TAKEN_OVER,
        /// The facility that takes over would take over from itself.
        CIRCLE,
        /// One's own facility: whoever works there, the operators' office above all, would be shut out by it.
        OWN,
        /// There is nothing that waits.
        NOTHING
    }

    /// The first of two.
    @Transactional
    public SuccessionResult ask(Succession succession, Requester by) {
        if (succession.facility().equals(by.facility())) {
            return SuccessionResult.OWN;
        }
        alone();
        var open = all().stream().filter(one -> one.holds() || one.waits()).toList();
        if (open.stream().anyMatch(one -> one.succession().facility().equals(succession.facility()))) {
            return SuccessionResult.TAKEN_OVER;
        }
        var line = new Heirs(open.stream().map(SuccessionStatement::succession).toList());
        for (var at = Optional.of(succession);
                at.isPresent();
                at = line.by(at.get().successor())) {
            if (at.get().successor().equals(succession.facility())) {
                return SuccessionResult.CIRCLE;
            }
        }
        var id = db.sql("""
                        insert into facility_succession (facility, successor, on_date, records, cards, consents, relations,
                                                         rules, why)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        succession.facility().value(),
                        succession.successor().value(),
                        succession.on(),
                        succession.records(),
                        succession.cards(),
                        succession.consents(),
                        succession.relations(),
                        succession.ownRules() ? "predecessor" : "successor",
                        succession.why())
                .query((row, number) -> row.getLong("id"))
                .single();
        write(id, SuccessionState.ASKED, by);
        return SuccessionResult.ASKED;
    }

    /// The second of two: it takes effect on its day, at once where that has come.
    @Transactional
    public SuccessionResult agree(long id, Requester by) {
        if (find(id).filter(one -> one.succession().facility().equals(by.facility()))
                .isPresent()) {
            return SuccessionResult.OWN;
        }
        return second(id, SuccessionState.ASKED, SuccessionState.AGREED, by);
    }

    @Transactional
    public SuccessionResult refuse(long id, Requester by) {
        return refused(id, SuccessionState.ASKED, SuccessionState.REFUSED, by);
    }

    /// The first of two who take it back.
    @Transactional
    public SuccessionResult askUndo(long id, Requester by) {
        alone();
        var held = find(id).filter(one -> one.holds() && !one.waits());
        held.ifPresent(one -> write(id, SuccessionState.UNDO_ASKED, by));
        return held.isPresent() ? SuccessionResult.ASKED : SuccessionResult.NOTHING;
    }

    /// The second of two: everything is as if nobody had taken over.
    @Transactional
    public SuccessionResult undo(long id, Requester by) {
        return second(id, SuccessionState.UNDO_ASKED, SuccessionState.UNDO_AGREED, by);
    }

    @Transactional
    public SuccessionResult refuseUndo(long id, Requester by) {
        return refused(id, SuccessionState.UNDO_ASKED, SuccessionState.UNDO_REFUSED, by);
    }

    private SuccessionResult second(long id, SuccessionState waiting, SuccessionState answer, Requester by) {
        return switch (SecondPerson.of(asked(id, waiting), one -> one.by().actor(), by.actor())) {
            case NothingWaits<SuccessionStatement> nothing -> SuccessionResult.NOTHING;
            case Proposer<SuccessionStatement> asker -> SuccessionResult.SAME_PERSON;
            case Other<SuccessionStatement> asked -> {
                write(id, answer, by);
                yield SuccessionResult.DONE;
            }
        };
    }

    /// By another one, or by whoever asked.
    private SuccessionResult refused(long id, SuccessionState waiting, SuccessionState answer, Requester by) {
        var asked = asked(id, waiting);
        asked.ifPresent(one -> write(id, answer, by));
        return asked.isPresent() ? SuccessionResult.DONE : SuccessionResult.NOTHING;
    }

    private Optional<SuccessionStatement> asked(long id, SuccessionState waiting) {
        alone();
        return find(id).filter(one -> one.state() == waiting);
    }

    private void alone() {
        db.sql("select pg_advisory_xact_lock(?, 0)").param(LOCK_SPACE).query(row -> {});
    }

    private void write(long id, SuccessionState state, Requester by) {
        db.sql("insert into facility_succession_event (succession, action, by) values (?, ?, ?)")
                .params(id, state.word(), by.staff().value())
                .update();
        heirs.forget();
        audit.write(by.did(Action.SUCCESSION, null, state.word(), Map.of("succession", Long.toString(id))));
    }

    private static SuccessionStatement stated(ResultSet row, int number) throws SQLException {
        return new SuccessionStatement(
                row.getLong("id"),
                new Succession(
                        new FacilityId(row.getLong("facility")),
                        new FacilityId(row.getLong("successor")),
                        row.getObject("on_date", LocalDate.class),
                        row.getBoolean("records"),
                        row.getBoolean("cards"),
                        row.getBoolean("consents"),
                        row.getBoolean("relations"),
                        row.getString("rules").equals("predecessor"),
                        row.getString("why")),
                ColumnWord.read(row, "action", SuccessionState.class),
                new StaffId(row.getLong("by")),
                row.getObject("at", OffsetDateTime.class));
    }
}

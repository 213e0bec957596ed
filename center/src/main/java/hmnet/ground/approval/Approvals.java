package hmnet.ground.approval;

import hmnet.ground.approval.Approval.ApprovalState;
import hmnet.ground.approval.SealedProposals.ProposedWords;
import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.keys.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The register of proposals (提案と承認の台帳): what waits for a second person, and how each one ended. The owner of a
/// kind carries out what was confirmed and writes the trace, in the transaction that it calls from.
@Component
public class Approvals {
    private static final int MOST = 2_000;
    private static final String SELECT = """
            select id, kind, subject, said, proposed_by, proposed_at, state, settled_by
              from approval
             where kind = :kind""";
    private static final String OPEN = SELECT + " and subject = :subject and state = 'open'";

    private final JdbcClient db;
    private final SealedProposals sealed;

    Approvals(JdbcClient db, Keys keys) {
        this.db = db;
        this.sealed = new SealedProposals(keys);
    }

    /// For commands that work beside a centre, inside a transaction of their own.
    public static Approvals beside(JdbcClient db, Keys keys) {
        return new Approvals(db, keys);
    }

    /// False when something waits for this subject already.
    ///
    /// @param what is proposed of the subject, in its owner's words
    /// @param asOf what the proposer saw, in one number
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean propose(Subject subject, String what, String why, long asOf, Actor.StaffMember by) {
        return db.sql("""
                        insert into approval (kind, subject, said, proposed_by)
                        values (?, ?, ?, ?)
                            on conflict (kind, subject) where state = 'open' do nothing""")
                        .params(
                                subject.kind(),
                                subject.key(),
                                sealed.seal(subject, by.number(), new ProposedWords(what, asOf, why)),
                                by.number())
                        .update()
                == 1;
    }

    /// What waits for a second person, without holding it.
    public Optional<Approval> open(Subject subject) {
        return open(subject, OPEN);
    }

    /// The same, held until the transaction ends: two who answer at once are one after the other.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Approval> held(Subject subject) {
        return open(subject, OPEN + " for update");
    }

    /// The same; one whose proposer saw something else lapses.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Approval> held(Subject subject, long asOf) {
        var held = held(subject);
        held.filter(one -> one.asOf() != asOf).ifPresent(this::lapse);
        return held.filter(one -> one.asOf() == asOf);
    }

    /// By somebody else than its proposer: ask `SecondPerson` first.
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Approval approval, Actor.StaffMember second) {
        if (approval.by().equals(second)) {
            throw new IllegalArgumentException("Nobody confirms what they proposed");
        }
        settle(approval, ApprovalState.CONFIRMED, second);
    }

    /// Refused by a second person, or withdrawn by its proposer.
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(Approval approval, Actor.StaffMember by) {
        settle(approval, approval.by().equals(by) ? ApprovalState.WITHDRAWN : ApprovalState.REFUSED, by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void lapse(Approval approval) {
        settle(approval, ApprovalState.LAPSED, null);
    }

    /// All of a kind that wait and name any of these words in their subject lapse.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lapse(String kind, Collection<String> words) {
        db.sql("""
                        update approval set state = 'lapsed', settled_at = now()
                         where kind = ? and state = 'open' and string_to_array(subject, ' ') && ?::text[]""").params(kind, words.toArray(String[]::new)).update();
    }

    /// All of a kind that wait for a second person, the oldest first.
    public List<Approval> waiting(String kind) {
        return db.sql(SELECT + " and state = 'open' order by proposed_at, id limit :most")
                .param("kind", kind)
                .param("most", MOST)
                .query(this::read)
                .list();
    }

    /// What a second person confirmed of a subject not longer ago than this, the last first.
    public List<Approval> confirmed(Subject subject, Duration within) {
        return db.sql(SELECT + """

                           and subject = :subject and state = 'confirmed'
                           and settled_at > now() - make_interval(secs => :within)
                         order by id desc limit :most""")
                .param("kind", subject.kind())
                .param("subject", subject.key())
                .param("within", within.toSeconds())
                .param("most", MOST)
                .query(this::read)
                .list();
    }

    /// All that was ever proposed of a subject, the oldest first.
    public List<Approval> of(Subject subject) {
        return db.sql(SELECT + " and subject = :subject order by id limit :most")
                .param("kind", subject.kind())
                .param("subject", subject.key())
                .param("most", MOST)
                .query(this::read)
                .list();
    }

    private Optional<Approval> open(Subject subject, String sql) {
        return db.sql(sql)
                .param("kind", subject.kind())
                .param("subject", subject.key())
                .query(this::read)
                .optional();
    }

    private void settle(Approval approval, ApprovalState state, Actor.@Nullable StaffMember by) {
        var settled = db.sql("""
                        update approval set state = ?, settled_by = ?, settled_at = now()
                         where id = ? and state = 'open'""")
                .param(state.word())
                .param(by == null ? null : by.number())
                .param(approval.id())
                .update();
        if (settled != 1) {
            throw new IllegalStateException("A proposal is answered once, by whoever holds it");
        }
    }

    private Approval read(ResultSet row, int number) throws SQLException {
        var subject = new Subject(row.getString("kind"), row.getString("subject"));
        var by = new Actor.StaffMember(row.getLong("proposed_by"));
        var said = sealed.open(subject, by.number(), row.getBytes("said"));
        var second = row.getObject("settled_by", Long.class);
        return new Approval(
                row.getLong("id"),
                subject,
                said.what(),
                said.why(),
                said.asOf(),
                by,
                row.getObject("proposed_at", OffsetDateTime.class),
                ColumnWord.read(row, "state", ApprovalState.class),
                second == null ? null : new Actor.StaffMember(second));
    }
}

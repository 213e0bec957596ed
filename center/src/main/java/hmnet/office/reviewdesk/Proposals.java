package hmnet.office.reviewdesk;

import hmnet.ground.directory.StaffId;
import hmnet.people.arrivals.Pair;
import hmnet.people.arrivals.Reviews.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What one person proposed and a second one has to say (一人目の判断). One waits for each question.
@Component
class Proposals {
    private static final int MOST = 2_000;
    private final JdbcClient db;

    Proposals(JdbcClient db) {
        this.db = db;
    }

    /// What is proposed (提案の中身): a decision, or taking back one that took two.
    enum Act {
        SAME,
        DIFFERENT,
        UNDO;

        static Act of(Decision decision) {
            return switch (decision) {
                case SAME -> SAME;
                case DIFFERENT -> DIFFERENT;
                case LATER -> throw new IllegalArgumentException("Putting off takes nobody else");
            };
        }
    }

    /// One proposal.
    ///
    /// @param state open, confirmed, differed, withdrawn, or stale: a chart changed before a second person came
    record Proposal(
            long id,
            long review,
            StaffId staff,
            Act act,
            long asOf,
            OffsetDateTime at,
            String state,
            @Nullable StaffId second,
            @Nullable OffsetDateTime settledAt) {
        boolean by(StaffId who) {
            return staff.equals(who);
        }
    }

    /// The proposal that waits for a second person; one about charts that read otherwise now is void. Held
    /// until the transaction ends.
    Optional<Proposal> open(Pair pair) {
        var open = db.sql("select * from review_proposal where review = ? and state = 'open' for update")
                .param(pair.id())
                .query(Proposals::read)
                .optional();
        var stale = open.filter(proposal -> proposal.asOf() != pair.asOf());
        stale.ifPresent(proposal -> settle(proposal, "stale", null));
        return stale.isPresent() ? Optional.empty() : open;
    }

    /// False when somebody else was faster.
    boolean propose(Pair pair, Act act, StaffId by) {
        return db.sql("""
                        insert into review_proposal (review, staff, decision, as_of) values (?, ?, ?, ?)
                            on conflict (review) where state = 'open' do nothing""")
                        .params(pair.id(), by.value(), act.name(), pair.asOf())
                        .update()
                == 1;
    }

    void settle(Proposal proposal, String state, @Nullable StaffId second) {
        db.sql("update review_proposal set state = ?, second = ?, settled_at = now() where id = ? and state = 'open'")
                .param(state)
                .param(second == null ? null : second.value())
                .param(proposal.id())
                .update();
    }

    /// All that wait for a second person, the oldest first.
    List<Proposal> waiting() {
        return db.sql("select * from review_proposal where state = 'open' order by at, id limit ?")
                .param(MOST)
                .query(Proposals::read)
                .list();
    }

    /// All that was ever proposed of a question, the oldest first.
    List<Proposal> of(long review) {
        return db.sql("select * from review_proposal where review = ? order by id limit ?")
                .params(review, MOST)
                .query(Proposals::read)
                .list();
    }

    /// Whether the decision of a question, as it stands, took two.
    boolean tookTwo(long review) {
        return db.sql("""
                        select decision from review_proposal where review = ? and state = 'confirmed'
                         order by settled_at desc, id desc limit 1""")
                .param(review)
                .query((row, number) -> Act.valueOf(row.getString("decision")))
                .optional()
                .filter(act -> act != Act.UNDO)
                .isPresent();
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        var second = row.getObject("second", Long.class);
        return new Proposal(
                row.getLong("id"),
                row.getLong("review"),
                new StaffId(row.getLong("staff")),
                Act.valueOf(row.getString("decision")),
                row.getLong("as_of"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("state"),
                second == null ? null : new StaffId(second),
                row.getObject("settled_at", OffsetDateTime.class));
    }
}

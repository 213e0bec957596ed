package hmnet.office.reviewdesk;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of joins that one of the office proposed (結合の申し出). One waits for each two persons.
@Component
class JoinProposals {
    private static final int MOST = 200;
    private static final String BETWEEN = """
            select * from join_proposal
             where state = 'open' and (person = :one and other = :other or person = :other and other = :one)""";

    private final JdbcClient db;

    JoinProposals(JdbcClient db) {
        this.db = db;
    }

    /// A join that waits for its second person.
    ///
    /// @param asOf what both were and opened when it was proposed
    record Proposal(long id, PersonId person, PersonId other, String why, long asOf, StaffId by, OffsetDateTime at) {}

    Optional<Proposal> between(PersonId person, PersonId other) {
        return between(person, other, BETWEEN);
    }

    /// The same, held until the transaction ends.
    Optional<Proposal> locked(PersonId person, PersonId other) {
        return between(person, other, BETWEEN + " for update");
    }

    private Optional<Proposal> between(PersonId person, PersonId other, String sql) {
        return db.sql(sql)
                .param("one", person.value())
                .param("other", other.value())
                .query(JoinProposals::read)
                .optional();
    }

    /// The oldest first.
    List<Proposal> all() {
        return db.sql("select * from join_proposal where state = 'open' order by id limit ?")
                .param(MOST)
                .query(JoinProposals::read)
                .list();
    }

    void add(PersonId person, PersonId other, String why, long asOf, Requester by) {
        db.sql("insert into join_proposal (person, other, why, as_of, staff) values (?, ?, ?, ?, ?)")
                .params(person.value(), other.value(), why, asOf, by.staff().value())
                .update();
    }

    /// @param state confirmed, withdrawn or stale
    void settle(Proposal proposal, String state, @Nullable StaffId by) {
        db.sql("update join_proposal set state = ?, second = ?, settled_at = now() where id = ? and state = 'open'")
                .param(state)
                .param(by == null ? null : by.value())
                .param(proposal.id())
                .update();
    }

    /// What waits about any of these persons waits no more.
    void lapse(Collection<PersonId> persons) {
        db.sql("""
                        update join_proposal set state = 'stale', settled_at = now()
                         where state = 'open' and (person = any(:all::uuid[]) or other = any(:all::uuid[]))""")
                .param("all", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .update();
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                new PersonId(row.getObject("person", UUID.class)),
                new PersonId(row.getObject("other", UUID.class)),
                row.getString("why"),
                row.getLong("as_of"),
                new StaffId(row.getLong("staff")),
                row.getObject("at", OffsetDateTime.class));
    }
}

package hmnet.linking;

import hmnet.consent.Consents;
import hmnet.directory.Requester;
import hmnet.directory.StaffId;
import hmnet.identity.PersonId;
import hmnet.identity.SamePersons;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Two persons of one human joined by two of the office, parted by one (人物の結合). What review needs a second
/// person for, this needs one for too.
@Component
class Joins {
    private final JdbcClient db;
    private final SamePersons same;
    private final Consents consents;
    private final SecondEyes eyes;
    private final Incidents incidents;

    Joins(JdbcClient db, SamePersons same, Consents consents, SecondEyes eyes, Incidents incidents) {
        this.db = db;
        this.same = same;
        this.consents = consents;
        this.eyes = eyes;
        this.incidents = incidents;
    }

    /// What came of it.
    enum Joining {
        JOINED,
        /// A second person has to confirm.
        WAITS,
        /// The second is the first.
        OWN,
        /// They are one already, or one and the same.
        ALREADY
    }

    /// A join that waits for its second person.
    record Proposal(long id, PersonId person, PersonId other, String why, StaffId by, OffsetDateTime at) {}

    @Transactional
    Joining join(PersonId person, PersonId other, String why, Requester by) {
        if (same.of(person).contains(other)) {
            return Joining.ALREADY;
        }
        var open = open(person, other);
        if (open.isEmpty() && eyes.forJoining(person, other)) {
            propose(person, other, why, by);
            return Joining.WAITS;
        }
        if (open.isPresent() && open.get().by().equals(by.staff())) {
            return Joining.OWN;
        }
        open.ifPresent(proposal -> settle(proposal, "confirmed", by));
        var said = open.map(Proposal::why).orElse(why);
        same.join(person, other, DeskTraces.who(by), said);
        return Joining.JOINED;
    }

    private void propose(PersonId person, PersonId other, String why, Requester by) {
        db.sql("""
                        insert into join_proposal (person, other, why, staff) values (?, ?, ?, ?)
                            on conflict (least(person, other), greatest(person, other)) where state = 'open' do nothing""")
                .params(person.value(), other.value(), why, by.staff().value())
                .update();
    }

    private void settle(Proposal proposal, String state, Requester by) {
        db.sql("update join_proposal set state = ?, second = ?, settled_at = now() where id = ? and state = 'open'")
                .params(state, by.staff().value(), proposal.id())
                .update();
    }

    /// Takes a proposal back, whoever made it.
    @Transactional
    void withdraw(PersonId person, PersonId other, Requester by) {
        open(person, other).ifPresent(proposal -> settle(proposal, "withdrawn", by));
    }

    /// Parts two persons whom a decision of their own joined; false where none did. Where somebody looked
    /// meanwhile, that is an incident.
    @Transactional
    boolean part(PersonId person, PersonId other, String why, Requester by) {
        var parted = same.part(person, other, DeskTraces.who(by), why);
        if (parted) {
            incidents.openIfShown(person, other, by, null);
        }
        return parted;
    }

    /// Lets one consent hold for all who are one; false where the person is joined with nobody.
    @Transactional
    boolean choose(PersonId person, String why, Requester by) {
        var joined = same.of(person).size() > 1;
        if (joined) {
            consents.choose(person, why, by);
        }
        return joined;
    }

    /// Held until the transaction ends.
    Optional<Proposal> open(PersonId person, PersonId other) {
        return db.sql("""
                        select * from join_proposal
                         where state = 'open' and (person = :one and other = :other or person = :other and other = :one)
                           for update""")
                .param("one", person.value())
                .param("other", other.value())
                .query(Joins::read)
                .optional();
    }

    /// All that wait, the oldest first.
    List<Proposal> waiting() {
        return db.sql("select * from join_proposal where state = 'open' order by id limit 200")
                .query(Joins::read)
                .list();
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                new PersonId(row.getObject("person", UUID.class)),
                new PersonId(row.getObject("other", UUID.class)),
                row.getString("why"),
                new StaffId(row.getLong("staff")),
                row.getObject("at", OffsetDateTime.class));
    }
}

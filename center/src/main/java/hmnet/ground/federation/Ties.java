package hmnet.ground.federation;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.Hmac;
import hmnet.ground.keys.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whose account a subject of a hospital's identity provider is (紐付け): one of each, of the hospital's own staff, made by the
/// owner of the account while signed in by means of ours. Never by a name or an address.
@Component
class Ties {
    private static final int MOST = 5_000;

    private final JdbcClient db;
    private final Hmac subjects;
    private final Audit audit;

    Ties(JdbcClient db, Keys keys, Audit audit) {
        this.db = db;
        this.subjects = new Hmac(keys.derive("subjects of identity providers"));
        this.audit = audit;
    }

    record Tie(long id, StaffId staff, String name, OffsetDateTime madeAt, @Nullable OffsetDateTime lastUsedAt) {}

    /// The one whom a subject is, if they work at the provider's hospital now.
    @Transactional
    Optional<Requester> find(IdentityProvider provider, String subject) {
        var person = db.sql("""
                        select r.* from identity_tie t join requester r on r.id = t.staff
                         where t.provider = ? and t.subject = ? and t.ended_at is null and r.facility = ?""")
                .params(provider.id(), hash(provider, subject), provider.facility().value())
                .query(Staff::requester)
                .optional();
        person.ifPresent(found -> db.sql("""
                        update identity_tie set last_used_at = now()
                         where provider = ? and staff = ? and ended_at is null""")
                .params(provider.id(), found.staff().value())
                .update());
        return person;
    }

    /// False where the subject or the account is tied already, or the account is another hospital's.
    @Transactional
    boolean tie(IdentityProvider provider, String subject, Requester owner) {
        if (!owner.facility().equals(provider.facility())) {
            return false;
        }
        var tied = db.sql("""
                        insert into identity_tie (provider, staff, subject) values (?, ?, ?)
                            on conflict do nothing""")
                        .params(provider.id(), owner.staff().value(), hash(provider, subject))
                        .update()
                == 1;
        if (tied) {
            write("tied", owner.staff(), owner);
        }
        return tied;
    }

    Optional<Tie> of(IdentityProvider provider, StaffId staff) {
        return all("t.provider = ? and t.staff = ?", provider.id(), staff.value()).stream()
                .findFirst();
    }

    List<Tie> of(FacilityId facility) {
        return all("p.facility = ? and p.ended_at is null", facility.value());
    }

    private List<Tie> all(String which, Object... values) {
        return db.sql("""
                        select t.id, t.staff, s.name, t.made_at, t.last_used_at
                          from identity_tie t
                          join identity_provider p on p.id = t.provider
                          join staff s on s.id = t.staff
                         where t.ended_at is null and %s
                         order by s.kana, t.id limit %d""".formatted(which, MOST))
                .params(values)
                .query(Ties::read)
                .list();
    }

    /// Ends one's own.
    @Transactional
    boolean end(IdentityProvider provider, Requester owner) {
        return of(provider, owner.staff()).filter(tie -> end(tie, owner)).isPresent();
    }

    /// Ends one of a hospital's staff, at its desk or by an operator.
    @Transactional
    boolean end(FacilityId facility, long id, Requester by) {
        return of(facility).stream()
                .filter(tie -> tie.id() == id)
                .findFirst()
                .filter(tie -> end(tie, by))
                .isPresent();
    }

    /// With the account itself; whoever ends that writes the trace.
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(StaffId staff) {
        db.sql("update identity_tie set ended_at = now() where staff = ? and ended_at is null")
                .param(staff.value())
                .update();
    }

    private boolean end(Tie tie, Requester by) {
        var ended = db.sql("update identity_tie set ended_at = now(), ended_by = ? where id = ? and ended_at is null")
                        .params(by.staff().value(), tie.id())
                        .update()
                == 1;
        if (ended) {
            write("ended", tie.staff(), by);
        }
        return ended;
    }

    private byte[] hash(IdentityProvider provider, String subject) {
        return subjects.of(provider.id() + "|" + subject);
    }

    private void write(String outcome, StaffId whose, Requester by) {
        audit.write(by.did(Action.IDENTITY_TIED, outcome)
                .with("staff", Long.toString(whose.value())));
    }

    private static Tie read(ResultSet row, int number) throws SQLException {
        return new Tie(
                row.getLong("id"),
                new StaffId(row.getLong("staff")),
                row.getString("name"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getObject("last_used_at", OffsetDateTime.class));
    }
}

package hmnet.ground.federation;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.Hmac;
import hmnet.ground.keys.Keys;
import hmnet.ground.signin.OutsideSignIn;
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

/// Whose account a subject of a hospital's identity provider is (紐付け): one of each, of the hospital's own staff, made
/// by the owner of the account while signed in by means of ours. Never by a name or an address.
@Component
class Ties {
    private static final int MOST = 5_000;

    private final JdbcClient db;
    private final Hmac subjects;
    private final OutsideSignIn outside;
    private final Audit audit;

    Ties(JdbcClient db, Keys keys, OutsideSignIn outside, Audit audit) {
        this.db = db;
        this.outside = outside;
        this.subjects = new Hmac(keys.derive("subjects of identity providers"));
        this.audit = audit;
    }

    record SubjectTie(
            long id,
            StaffId staff,
            String name,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    /// The one whom a subject is, if they work at the provider's hospital now. Whoever ends the tie or the provider
    /// waits for the caller's transaction, and then ends what it opened.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Requester> find(IdentityProvider provider, String subject) {
        return db.sql("""
                        update identity_tie t set last_used_at = now()
                          from (select id from identity_provider where id = ? and ended_at is null for share) p
                         where t.provider = p.id and t.subject = ? and t.ended_at is null
                        returning t.staff""")
                .params(provider.id(), hash(provider, subject))
                .query(Long.class)
                .optional()
                .flatMap(staff -> db.sql("select r.* from requester r where r.id = ? and r.facility = ?")
                        .params(staff, provider.facility().value())
                        .query(Staff::requester)
                        .optional());
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

    Optional<SubjectTie> of(IdentityProvider provider, StaffId staff) {
        return all("t.provider = ? and t.staff = ?", provider.id(), staff.value()).stream()
                .findFirst();
    }

    List<SubjectTie> of(FacilityId facility) {
        return all("p.facility = ? and p.ended_at is null", facility.value());
    }

    private List<SubjectTie> all(String which, Object... values) {
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

    /// With the provider: nobody stays in by what it said. The ties stay, and count for no other provider.
    @Transactional(propagation = Propagation.MANDATORY)
    public void endSessions(long provider) {
        db.sql("select distinct staff from identity_tie where provider = ? order by staff")
                .param(provider)
                .query((row, number) -> new StaffId(row.getLong(1)))
                .list()
                .forEach(outside::ended);
    }

    /// Ends one's own, and what was opened by it.
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

    private boolean end(SubjectTie tie, Requester by) {
        var ended = db.sql("update identity_tie set ended_at = now(), ended_by = ? where id = ? and ended_at is null")
                        .params(by.staff().value(), tie.id())
                        .update()
                == 1;
        if (ended) {
            outside.ended(tie.staff());
            write("ended", tie.staff(), by);
        }
        return ended;
    }

    private byte[] hash(IdentityProvider provider, String subject) {
        return subjects.of(provider.id() + "|" + subject);
    }

    private void write(String outcome, StaffId whose, Requester by) {
        audit.write(by.did(Action.IDENTITY_TIED, outcome).with("staff", Long.toString(whose.value())));
    }

    private static SubjectTie read(ResultSet row, int number) throws SQLException {
        return new SubjectTie(
                row.getLong("id"),
                new StaffId(row.getLong("staff")),
                row.getString("name"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getObject("last_used_at", OffsetDateTime.class));
    }
}

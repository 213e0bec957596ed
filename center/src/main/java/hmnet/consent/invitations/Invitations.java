package hmnet.consent.invitations;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.consent.notices.ConsentNotices;
import hmnet.consent.relations.Relations;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Invitations that stand open (つながりの案内の台帳). One is good for ten minutes and for one resident; whoever made it has
/// to be there still.
@Component
public class Invitations {
    /// So many of one member of staff may stand open at once.
    static final int OPEN_MOST = 20;

    private final JdbcClient db;
    private final Relations relations;
    private final Consents consents;
    private final ConsentNotices notices;
    private final Staff staff;

    Invitations(JdbcClient db, Relations relations, Consents consents, ConsentNotices notices, Staff staff) {
        this.db = db;
        this.relations = relations;
        this.consents = consents;
        this.notices = notices;
        this.staff = staff;
    }

    /// Makes one; those that are over are forgotten. Nothing while too many stand open.
    @Transactional
    public Optional<InvitationCode> make(Requester by) {
        db.sql("delete from invitation where ends_at < now() - interval '1 hour'")
                .update();
        var open = db.sql("select count(*) from invitation where staff = ? and ends_at > now() and taken_at is null")
                .param(by.staff().value())
                .query(Integer.class)
                .single();
        if (open >= OPEN_MOST) {
            return Optional.empty();
        }
        var code = InvitationCode.fresh();
        db.sql(
                        "insert into invitation (code, facility, staff, ends_at) values (?, ?, ?, now() + interval '10 minutes')")
                .params(code.hash(), by.facility().value(), by.staff().value())
                .update();
        return Optional.of(code);
    }

    /// How one of one's own stands.
    ///
    /// @param takenBy who took it; null while nobody did
    public record InvitationState(
            OffsetDateTime until, @Nullable PersonId takenBy) {}

    public Optional<InvitationState> own(InvitationCode code, Requester by) {
        return db.sql("select ends_at, taken_by from invitation where code = ? and staff = ?")
                .params(code.hash(), by.staff().value())
                .query((row, number) -> {
                    var person = row.getObject("taken_by", UUID.class);
                    return new InvitationState(
                            row.getObject("ends_at", OffsetDateTime.class),
                            person == null ? null : new PersonId(person));
                })
                .optional();
    }

    /// Which facility invites by a code that stands open.
    public Optional<FacilityId> inviting(InvitationCode code) {
        return host(code, "").map(Requester::facility);
    }

    private Optional<Requester> host(InvitationCode code, String held) {
        return db.sql("select staff from invitation where code = ? and taken_at is null and ends_at > now()" + held)
                .param(code.hash())
                .query((row, number) -> new StaffId(row.getLong("staff")))
                .optional()
                .flatMap(staff::byId)
                .filter(host -> host.may(Right.LINK));
    }

    /// The resident takes it: the tie begins, and with it the consent where none holds yet.
    ///
    /// @param choice what the resident shows, where nothing is shown yet; else it counts for nothing
    /// @return false where it stands open no more, or the facility is none to the person
    @Transactional
    public boolean take(InvitationCode code, ResidentCaller resident, Optional<ConsentChoice> choice) {
        var host = host(code, " for update");
        if (host.isEmpty()) {
            return false;
        }
        var person = new PersonId(resident.person());
        consents.held(person);
        var agreed = consents.of(person).state() == ConsentState.GIVEN;
        if (!agreed && choice.filter(ConsentChoice::given).isEmpty()) {
            return false;
        }
        if (!relations.begin(resident, host.get())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return false;
        }
        if (!agreed) {
            consents.agree(resident, choice.orElseThrow(), notices.current());
        }
        db.sql("update invitation set taken_by = ?, taken_at = now() where code = ?")
                .params(resident.person(), code.hash())
                .update();
        return true;
    }
}

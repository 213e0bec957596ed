package hmnet.care.standby;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.ground.routes.Right;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which facilities get a copy each night (非常時の写しの申込): the desk asks, an operator agrees, the desk makes the code;
/// either ends
/// it.
@Component
class StandbyOrders {
    static final String KIND = "standby";
    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final FieldSeal seal;
    private final Approvals approvals;
    private final Audit audit;

    StandbyOrders(JdbcClient db, Keys keys, Approvals approvals, Audit audit) {
        this.db = db;
        this.seal = new FieldSeal(keys, "standby copies");
        this.approvals = approvals;
        this.audit = audit;
    }

    /// An order that stands.
    ///
    /// @param keyedAt when the code was made; null while there is none, and then no copy is made
    /// @param problem why the last copy came to nothing; empty where it did not
    record StandbyOrder(
            FacilityId facility,
            OffsetDateTime since,
            @Nullable OffsetDateTime keyedAt,
            @Nullable OffsetDateTime triedAt,
            String problem) {}

    /// The key of a facility's copies, and the salt that goes into the file.
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    record StandbyKey(byte[] salt, byte[] key) {}

    /// What came of an act (申込の結果).
    enum OrderResult {
        ASKED,
        AGREED,
        REFUSED,
        ENDED,
        SAME_PERSON,
        NOTHING
    }

    Optional<StandbyOrder> of(FacilityId facility) {
        return db.sql("select * from standby_order where facility = ? and ended_at is null")
                .param(facility.value())
                .query(StandbyOrders::order)
                .optional();
    }

    List<StandbyOrder> all() {
        return db.sql("select * from standby_order where ended_at is null order by since, facility")
                .query(StandbyOrders::order)
                .list();
    }

    /// Those whose next copy is to be made: the last one is of another night, and was not tried within the hour.
    List<FacilityId> due(OffsetDateTime night, int most) {
        return db.sql("""
                        select o.facility from standby_order o
                         where o.ended_at is null and o.key is not null
                           and not exists (select from standby_copy c where c.facility = o.facility
                                              and c.made_at >= :night and c.made_at >= o.keyed_at)
                           and coalesce(o.tried_at < now() - interval '1 hour' or o.tried_at < o.keyed_at, true)
                         order by o.tried_at nulls first, o.facility limit :most""")
                .param("night", night)
                .param("most", most)
                .query((row, n) -> new FacilityId(row.getLong("facility")))
                .list();
    }

    Optional<Approval> waiting(FacilityId facility) {
        return approvals.open(subject(facility));
    }

    List<Approval> waiting() {
        return approvals.waiting(KIND);
    }

    @Transactional
    public OrderResult ask(String why, Requester by) {
        if (!by.may(Right.DESK)
                || !by.direction().discloses()
                || of(by.facility()).isPresent()
                || !approvals.propose(subject(by.facility()), "copy", why, 0, by.actor())) {
            return OrderResult.NOTHING;
        }
        audit.write(told("asked", by.facility(), by).with("why", why));
        return OrderResult.ASKED;
    }

    @Transactional
    public OrderResult agree(FacilityId facility, Requester by) {
        return switch (SecondPerson.of(approvals.held(subject(facility)), by.actor())) {
            case NothingWaits<Approval> nothing -> OrderResult.NOTHING;
            case Proposer<Approval> asker -> OrderResult.SAME_PERSON;
            case Other<Approval>(var asked) -> {
                approvals.confirm(asked, by.actor());
                db.sql("""
                                insert into standby_order (facility) values (?)
                                    on conflict (facility) do update
                                    set since = now(), ended_at = null, salt = null, key = null, keyed_at = null,
                                        tried_at = null, problem = ''""").param(facility.value()).update();
                audit.write(told("agreed", facility, by).with("why", asked.why()));
                yield OrderResult.AGREED;
            }
        };
    }

    /// By the office, or taken back by whoever asked.
    @Transactional
    public OrderResult refuse(FacilityId facility, Requester by) {
        var asked = approvals.held(subject(facility));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            audit.write(told(one.by().equals(by.actor()) ? "withdrawn" : "refused", facility, by));
        });
        return asked.isPresent() ? OrderResult.REFUSED : OrderResult.NOTHING;
    }

    /// A fresh code; the next copy opens with it, and those made before with the code before. Shown to whoever asked,
    /// once.
    @Transactional
    public Optional<StandbyCode> code(Requester by) {
        var code = StandbyCode.fresh();
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var changed = by.may(Right.DESK)
                && db.sql("""
                                update standby_order set salt = :salt, key = :key, keyed_at = now()
                                 where facility = :facility and ended_at is null""")
                                .param("salt", salt)
                                .param("key", seal.seal(place(by.facility()), code.key(salt)))
                                .param("facility", by.facility().value())
                                .update()
                        == 1;
        if (!changed) {
            return Optional.empty();
        }
        audit.write(told("code-made", by.facility(), by));
        return Optional.of(code);
    }

    /// No copy is made any more; the copies that lie here are dropped by the chore.
    @Transactional
    public OrderResult end(FacilityId facility, Requester by) {
        var ended = db.sql("""
                        update standby_order set ended_at = now(), salt = null, key = null, keyed_at = null
                         where facility = ? and ended_at is null""").param(facility.value()).update() == 1;
        if (ended) {
            audit.write(told("ended", facility, by));
        }
        return ended ? OrderResult.ENDED : OrderResult.NOTHING;
    }

    /// The key, while the order stands.
    Optional<StandbyKey> key(FacilityId facility) {
        return db.sql("select salt, key from standby_order where facility = ? and ended_at is null and key is not null")
                .param(facility.value())
                .query((row, n) ->
                        new StandbyKey(row.getBytes("salt"), seal.open(place(facility), row.getBytes("key"))))
                .optional();
    }

    /// That a copy was begun, and why it came to nothing.
    void tried(FacilityId facility, String problem) {
        db.sql("update standby_order set tried_at = now(), problem = ? where facility = ?")
                .params(problem, facility.value())
                .update();
    }

    static Trace told(String outcome, FacilityId facility, Requester by) {
        return by.did(Action.STANDBY_COPY, outcome).with("facility", Long.toString(facility.value()));
    }

    private static String place(FacilityId facility) {
        return "standby_order key " + facility.value();
    }

    private static Subject subject(FacilityId facility) {
        return new Subject(KIND, Long.toString(facility.value()));
    }

    private static StandbyOrder order(ResultSet row, int n) throws SQLException {
        return new StandbyOrder(
                new FacilityId(row.getLong("facility")),
                row.getObject("since", OffsetDateTime.class),
                row.getObject("keyed_at", OffsetDateTime.class),
                row.getObject("tried_at", OffsetDateTime.class),
                row.getString("problem"));
    }
}

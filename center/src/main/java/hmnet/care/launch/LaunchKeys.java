package hmnet.care.launch;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.ground.routes.Right;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The keys under which a facility's own system signs (起動鍵): made and ended by its desk; an operator ends any.
@Component
class LaunchKeys {
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final FieldSeal seal;
    private final Audit audit;

    LaunchKeys(JdbcClient db, Keys keys, Audit audit) {
        this.db = db;
        this.seal = new FieldSeal(keys, "keys of launches");
        this.audit = audit;
    }

    /// One key, without its secret.
    record LaunchKey(
            UUID id,
            FacilityId facility,
            String name,
            StaffId madeBy,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime endedAt) {}

    /// A key just made; the secret is never told again.
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    record FreshLaunchKey(UUID id, byte[] secret) {}

    /// Those of the requester's facility, of all for an operator; the newest first.
    List<LaunchKey> of(Requester by) {
        return db.sql("""
                        select id, facility, name, made_by, made_at, ended_at from launch_key
                         where facility = :facility or :all order by made_at desc limit :most""")
                .param("facility", by.facility().value())
                .param("all", by.may(Right.OPERATE))
                .param("most", MOST)
                .query((row, n) -> new LaunchKey(
                        row.getObject("id", UUID.class),
                        new FacilityId(row.getLong("facility")),
                        row.getString("name"),
                        new StaffId(row.getLong("made_by")),
                        row.getObject("made_at", OffsetDateTime.class),
                        row.getObject("ended_at", OffsetDateTime.class)))
                .list();
    }

    @Transactional
    public FreshLaunchKey make(Requester by, String name) {
        var id = UUID.randomUUID();
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        db.sql("insert into launch_key (id, facility, name, secret, made_by) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        by.facility().value(),
                        name,
                        seal.seal(place(id), secret),
                        by.staff().value())
                .update();
        audit.write(by.did(Action.LAUNCH_KEY, null, "made", Map.of("key", id.toString(), "name", name)));
        return new FreshLaunchKey(id, secret);
    }

    /// From this moment no address under it opens anything.
    @Transactional
    public void end(Requester by, UUID id) {
        var ended = db.sql("""
                        update launch_key set ended_at = now(), ended_by = :by
                         where id = :id and ended_at is null and (facility = :facility or :all)""")
                .param("by", by.staff().value())
                .param("id", id)
                .param("facility", by.facility().value())
                .param("all", by.may(Right.OPERATE))
                .update();
        if (ended == 1) {
            audit.write(by.did(Action.LAUNCH_KEY, null, "ended", Map.of("key", id.toString())));
        }
    }

    /// A key that has not ended, with whose it is.
    @SuppressWarnings("ArrayRecordComponent") // used at once, compared nowhere
    record WorkingKey(FacilityId facility, byte[] secret) {}

    Optional<WorkingKey> working(UUID id) {
        return db.sql("select facility, secret from launch_key where id = ? and ended_at is null")
                .param(id)
                .query((row, n) -> new WorkingKey(
                        new FacilityId(row.getLong("facility")), seal.open(place(id), row.getBytes("secret"))))
                .optional();
    }

    private static String place(UUID id) {
        return "launch key " + id;
    }
}

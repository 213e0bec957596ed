package hmnet.record.numberreviews;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of number reviews as the desk reads it (番号の本人確認の表).
@Component
class NumberReviewRows {
    private static final int MOST = 200;
    private static final String ROW = """
            select r.*, (select count(*) from identity_review_message m where m.review = r.id) as messages
              from identity_review r
             where (? or r.facility = ?)""";

    private final JdbcClient db;
    private final SealedClaim seals;

    NumberReviewRows(JdbcClient db, SealedClaim seals) {
        this.db = db;
        this.seals = seals;
    }

    /// Those that wait, the oldest first; or those decided, the last first.
    ///
    /// @param only the facility whose they are, or null for all
    List<NumberReview> list(@Nullable FacilityId only, boolean closed) {
        return db.sql(
                        ROW
                                + (closed
                                        ? " and r.closed_at is not null order by r.closed_at desc, r.id limit ?"
                                        : " and r.closed_at is null order by r.opened_at, r.id limit ?"))
                .params(only == null, only == null ? 0L : only.value(), MOST)
                .query(this::read)
                .list();
    }

    /// One, locked until the transaction ends.
    Optional<NumberReview> find(long id, @Nullable FacilityId only) {
        return db.sql(ROW + " and r.id = ? for update of r")
                .params(only == null, only == null ? 0L : only.value(), id)
                .query(this::read)
                .optional();
    }

    List<Long> messages(long id) {
        return db.sql("select inbox from identity_review_message where review = ? order by inbox")
                .param(id)
                .query(Long.class)
                .list();
    }

    void decide(long id, NumberDecision decision, @Nullable PatientId named, String why, String by) {
        db.sql("""
                        update identity_review
                           set decision = ?, other = ?, why = ?, closed_at = now(), closed_by = ?
                         where id = ?""")
                .params(decision.word(), named == null ? null : named.value(), why, by, id)
                .update();
    }

    void reopen(long id) {
        db.sql("""
                        update identity_review
                           set decision = null, other = null, why = null, closed_at = null, closed_by = null
                         where id = ?""").param(id).update();
    }

    /// Whether the same question was asked anew meanwhile.
    boolean askedAgain(long id) {
        return db.sql("""
                        select exists (select from identity_review r join identity_review o
                                           on o.facility = r.facility and o.number = r.number
                                          and o.description = r.description and o.id <> r.id
                                        where r.id = ? and o.closed_at is null)""").param(id).query(Boolean.class).single();
    }

    private NumberReview read(ResultSet row, int number) throws SQLException {
        var facility = new FacilityId(row.getLong("facility"));
        var other = row.getObject("other", Long.class);
        var decision = row.getString("decision");
        return new NumberReview(
                row.getLong("id"),
                facility,
                new PatientId(row.getLong("patient")),
                other == null ? null : new PatientId(other),
                seals.open(facility, row.getString("number"), row.getBytes("description"), row.getBytes("claim")),
                row.getInt("messages"),
                row.getObject("opened_at", OffsetDateTime.class),
                decision == null ? null : NumberDecision.of(decision).orElseThrow(),
                row.getString("why"),
                row.getObject("closed_at", OffsetDateTime.class));
    }
}

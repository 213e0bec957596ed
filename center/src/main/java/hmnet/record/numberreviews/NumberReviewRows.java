package hmnet.record.numberreviews;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of number reviews as the desk reads it (番号の本人確認の表).
@Component
class NumberReviewRows {
    static final int PAGE = 100;
    private static final String ROW = """
            select r.*, (select count(*) from identity_review_message m where m.review = r.id) as messages
              from identity_review r
             where (? or r.facility = ?)""";

    private final JdbcClient db;
    private final SealedClaim seals;
    private final SealedNumbers numbers;
    private final SealedReasons reasons;

    NumberReviewRows(JdbcClient db, SealedClaim seals, SealedNumbers numbers, SealedReasons reasons) {
        this.reasons = reasons;
        this.numbers = numbers;
        this.db = db;
        this.seals = seals;
    }

    /// Those that wait, the oldest first; or those decided, the last first.
    ///
    /// @param only the facility whose they are, or null for all
    /// @param page counts from one
    ReviewsOnPage list(@Nullable FacilityId only, boolean closed, int page) {
        var rows = new ArrayList<Optional<NumberReview>>();
        db.sql(ROW
                        + (closed
                                ? " and r.closed_at is not null order by r.closed_at desc, r.id"
                                : " and r.closed_at is null order by r.opened_at, r.id")
                        + " limit ? offset ?")
                .params(only == null, only == null ? 0L : only.value(), PAGE + 1, (long) PAGE * Math.max(0, page - 1))
                .query(row -> {
                    rows.add(readUnlessErased(row));
                });
        return new ReviewsOnPage(
                rows.stream().limit(PAGE).flatMap(Optional::stream).toList(), rows.size() > PAGE);
    }

    /// A page of them. What was erased stands on none, and takes its place.
    record ReviewsOnPage(List<NumberReview> reviews, boolean more) {}

    /// How many wait.
    ///
    /// @param only the facility whose they are, or null for all
    long waiting(@Nullable FacilityId only) {
        return db.sql("select count(*) from identity_review where (? or facility = ?) and closed_at is null")
                .params(only == null, only == null ? 0L : only.value())
                .query(Long.class)
                .single();
    }

    /// What number it is about, which never changes; nothing is locked.
    Optional<ReviewedNumber> number(long id, @Nullable FacilityId only) {
        return db.sql("select facility, number from identity_review where (? or facility = ?) and id = ?")
                .params(only == null, only == null ? 0L : only.value(), id)
                .query((row, n) -> new ReviewedNumber(new FacilityId(row.getLong("facility")), numbers.open(row)))
                .optional();
    }

    /// A chart number that is asked about.
    record ReviewedNumber(FacilityId facility, String number) {}

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
                .query((row, number) -> row.getLong("inbox"))
                .list();
    }

    /// @param before what was known of the human named, or null
    void decide(
            NumberReview review,
            NumberDecision decision,
            @Nullable PatientId named,
            @Nullable PatientClaim before,
            String why,
            String by) {
        var facility = review.facility();
        var sealed = before == null ? null : seals.seal(facility, before, description(review.id()));
        db.sql("""
                        update identity_review
                           set decision = ?, other = ?, before = ?, why = ?, closed_at = now(), closed_by = ?
                         where id = ?""")
                .param(decision.word())
                .param(named == null ? null : named.value())
                .param(sealed)
                .params(reasons.seal(review.id(), why), by, review.id())
                .update();
    }

    private byte[] description(long id) {
        return db.sql("select description from identity_review where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("description"))
                .single();
    }

    /// What was known of the human named when it was decided that they are the same.
    Optional<PatientClaim> before(NumberReview review) {
        return db.sql("select before, description from identity_review where id = ? and before is not null")
                .param(review.id())
                .query((row, number) -> seals.open(
                        review.facility(),
                        review.claim().number(),
                        row.getBytes("description"),
                        row.getBytes("before")))
                .optional();
    }

    /// Closes the other questions about a number without an answer; their messages, to be weighed anew.
    List<Long> withdrawOthers(NumberReview review) {
        return db.sql("""
                        with other as (select id from identity_review
                                        where facility = :facility and number = :number and closed_at is null
                                          and id <> :id for update),
                             message as (delete from identity_review_message where review in (select id from other)
                                         returning inbox)
                        select inbox from message order by inbox""")
                .param("facility", review.facility().value())
                .param("number", number(review))
                .param("id", review.id())
                .query((row, number) -> row.getLong("inbox"))
                .list();
    }

    /// Questions of which no message waits any more.
    void clearEmpty(NumberReview review) {
        db.sql("""
                        delete from identity_review r
                         where r.facility = ? and r.number = ? and r.closed_at is null and r.id <> ?
                           and not exists (select from identity_review_message m where m.review = r.id)""")
                .params(review.facility().value(), number(review), review.id())
                .update();
    }

    private byte[] number(NumberReview review) {
        return numbers.of(review.facility(), review.claim().number());
    }

    void reopen(long id) {
        db.sql("""
                        update identity_review
                           set decision = null, other = null, before = null, why = null, closed_at = null, closed_by = null
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

    /// Nobody can answer a question that was erased.
    private Optional<NumberReview> readUnlessErased(ResultSet row) throws SQLException {
        try {
            return Optional.of(read(row, 0));
        } catch (ErasedKey erased) {
            return Optional.empty();
        }
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
                seals.open(facility, numbers.open(row), row.getBytes("description"), row.getBytes("claim")),
                row.getInt("messages"),
                row.getObject("opened_at", OffsetDateTime.class),
                decision == null ? null : NumberDecision.of(decision).orElseThrow(),
                reasons.open(row.getLong("id"), row.getBytes("why")),
                row.getObject("closed_at", OffsetDateTime.class));
    }
}

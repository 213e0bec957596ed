package hmnet.people.arrivals;

import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.ReviewState;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The queue of the review desk (確認待ちの列): the gravest first, those put off last, a page at a time.
@Component
public class ReviewQueue {
    private static final String WANTED = """

             where r.state in %s
               and (:kind::text is null or r.kind = :kind)
               and (:facility::bigint is null
                    or exists (select from patient p
                                where p.id in (r.patient, r.other_patient) and p.facility = :facility))
               and (:only::bigint[] is null or r.id = any(:only))""".formatted(ReviewState.WAITING);
    private static final String LINE = """
            select r.id, r.kind, r.state, r.score, r.risk, r.opened_at,
                   p.facility, p.number, o.facility as other_facility,
                   o.number as other_number
              from match_review r
              left join patient p on p.id = r.patient
              left join patient o on o.id = r.other_patient""";

    private static final String DECIDED = """
            select id, kind, state, decided_at, coalesce(decided_by, '') as decided_by from match_review
             where state in %s""".formatted(ReviewState.DECIDED);

    private static final String ORDER = "((r.state = " + ReviewState.LATER.sql() + "), -r.risk, r.id)";

    private final JdbcClient db;
    private final SealedNumbers numbers;

    ReviewQueue(JdbcClient db, SealedNumbers numbers) {
        this.numbers = numbers;
        this.db = db;
    }

    /// What of the queue is asked for (絞り込み).
    ///
    /// @param only these questions alone, or null for all
    public record ReviewQueueQuery(
            @Nullable ReviewReason kind,
            @Nullable FacilityId facility,
            @Nullable List<Long> only) {
        public static final ReviewQueueQuery ALL = new ReviewQueueQuery(null, null, null);
    }

    /// Where a question stands in the queue (列の中の位置).
    public record QueuePlace(boolean later, float risk, long id) {}

    /// One question, without anybody's name (確認待ちの一件).
    ///
    /// @param facility whose chart one side is; null for a person of the office
    public record QueuedReview(
            QueuePlace place,
            ReviewReason why,
            double score,
            OffsetDateTime openedAt,
            @Nullable FacilityId facility,
            String number,
            @Nullable FacilityId otherFacility,
            String otherNumber) {
        public long id() {
            return place.id();
        }
    }

    /// The questions that stand after a place, or the first ones.
    public List<QueuedReview> after(@Nullable QueuePlace place, ReviewQueueQuery wanted, int limit) {
        var from = place == null ? new QueuePlace(false, Float.POSITIVE_INFINITY, 0) : place;
        return lines(" and " + ORDER + " > (:later, :risk::real, :id)", "", from, wanted, limit);
    }

    /// The question that stands before a place.
    public Optional<QueuedReview> before(QueuePlace place, ReviewQueueQuery wanted) {
        return lines(" and " + ORDER + " < (:later, :risk::real, :id)", " desc", place, wanted, 1).stream()
                .findFirst();
    }

    private List<QueuedReview> lines(
            String condition, String direction, QueuePlace place, ReviewQueueQuery wanted, int limit) {
        var order = " order by (r.state = %2$s)%1$s, (-r.risk)%1$s, r.id%1$s limit :limit"
                .formatted(direction, ReviewState.LATER.sql());
        return bound(db.sql(LINE + WANTED + condition + order), wanted)
                .param("later", place.later())
                .param("risk", -place.risk())
                .param("id", place.id())
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    public long count(ReviewQueueQuery wanted) {
        return bound(db.sql("select count(*) from match_review r" + WANTED), wanted)
                .query(Long.class)
                .single();
    }

    /// What was decided last, the latest first.
    public List<DecidedReview> decided(int limit) {
        return db.sql(DECIDED + " order by decided_at desc, id limit ?")
                .param(limit)
                .query(ReviewQueue::decided)
                .list();
    }

    /// Those of these questions whose decision stands, the latest first.
    public List<DecidedReview> decided(Collection<Long> questions) {
        return db.sql(DECIDED + " and id = any(?) order by decided_at desc, id")
                .param(questions.toArray(Long[]::new))
                .query(ReviewQueue::decided)
                .list();
    }

    private static DecidedReview decided(ResultSet row, int number) throws SQLException {
        return new DecidedReview(
                row.getLong("id"),
                ReviewReason.valueOf(row.getString("kind")),
                ColumnWord.read(row, "state", ReviewState.class) == ReviewState.SAME,
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("decided_by"));
    }

    /// One decision (判断済みの一件).
    public record DecidedReview(long id, ReviewReason why, boolean same, OffsetDateTime at, String by) {}

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, ReviewQueueQuery wanted) {
        return statement
                .param("kind", wanted.kind() == null ? null : wanted.kind().name())
                .param(
                        "facility",
                        wanted.facility() == null ? null : wanted.facility().value())
                .param("only", wanted.only() == null ? null : wanted.only().toArray(Long[]::new));
    }

    private QueuedReview line(ResultSet row, int rowNumber) throws SQLException {
        return new QueuedReview(
                new QueuePlace(
                        ColumnWord.read(row, "state", ReviewState.class) == ReviewState.LATER,
                        row.getFloat("risk"),
                        row.getLong("id")),
                ReviewReason.valueOf(row.getString("kind")),
                row.getDouble("score"),
                row.getObject("opened_at", OffsetDateTime.class),
                facility(row, "facility"),
                number(row, "facility", "number"),
                facility(row, "other_facility"),
                number(row, "other_facility", "other_number"));
    }

    private String number(ResultSet row, String facility, String column) throws SQLException {
        var number = numbers.open(row, facility, column);
        return number == null ? "" : number;
    }

    private static @Nullable FacilityId facility(ResultSet row, String column) throws SQLException {
        var facility = row.getObject(column, Long.class);
        return facility == null ? null : new FacilityId(facility);
    }
}

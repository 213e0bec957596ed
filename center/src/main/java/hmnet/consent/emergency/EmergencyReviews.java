package hmnet.consent.emergency;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The review of emergency openings (救急の閲覧の審査): each without consent, and those drawn of the others. Nobody reviews
/// their own.
@Component
public class EmergencyReviews {
    private static final int MOST = 200;

    /// Those that wait for a reviewer.
    private static final String DUE = """
            (o.door = 'break-glass' or o.sampled)
            and not exists (select from emergency_review v where v.opening = o.id and v.outcome <> 'words')""";

    private final JdbcClient db;
    private final EmergencyRows rows;
    private final EmergencySettings settings;
    private final Audit audit;

    EmergencyReviews(JdbcClient db, EmergencyRows rows, EmergencySettings settings, Audit audit) {
        this.db = db;
        this.rows = rows;
        this.settings = settings;
        this.audit = audit;
    }

    /// How many wait, and for how many of them words or the review are late.
    public record WaitingReviews(long due, long wordless, long late) {}

    public WaitingReviews waiting(Requester by) {
        return db.sql("""
                        select count(*) as due,
                               count(*) filter (where o.door = 'break-glass' and o.handed_from is null and o.words is null
                                                  and o.opened_at < now() - make_interval(secs => :words)) as wordless,
                               count(*) filter (where o.opened_at < now() - make_interval(secs => :review)) as late
                          from emergency_opening o where o.staff <> :by and %s""".formatted(DUE))
                .param("words", settings.wordsWithin().toSeconds())
                .param("review", settings.reviewWithin().toSeconds())
                .param("by", by.staff().value())
                .query(WaitingReviews.class)
                .single();
    }

    /// Those that wait for this reviewer, the oldest first. That they were listed stands in the log.
    @Transactional
    public List<EmergencyOpening> due(Requester by) {
        var due = db.sql("select o.* from emergency_opening o where o.staff <> ? and " + DUE + " order by o.id limit ?")
                .params(by.staff().value(), MOST)
                .query(EmergencyRows::read)
                .list();
        audit.write(by.did(Action.EMERGENCY_LISTED, "shown").with("lines", Integer.toString(due.size())));
        return due;
    }

    /// Those reviewed last, the newest first.
    public List<EmergencyOpening> reviewed(int limit) {
        return db.sql("""
                        select o.* from emergency_opening o join emergency_review v on v.opening = o.id
                         where v.outcome <> 'words' order by v.id desc limit ?""").param(limit).query(EmergencyRows::read).list();
    }

    /// One opening for a reviewer, with the words of whoever opened it; nothing of their own.
    @Transactional
    public Optional<ReviewedOpening> look(Requester by, long id) {
        var found = of(by, id);
        found.ifPresent(one -> audit.write(by.did(
                Action.EMERGENCY_SHOWN,
                one.opening().person().value(),
                "shown",
                Map.of("opening", Long.toString(id)))));
        return found;
    }

    /// The same, held until the transaction ends: whoever else would conclude it waits, and finds it concluded.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ReviewedOpening> hold(Requester by, long id) {
        db.sql("select id from emergency_opening where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return look(by, id);
    }

    /// An opening before a reviewer (審査する閲覧).
    ///
    /// @param words why it was opened, or null while they are missing
    /// @param said what reviewers said of it, the oldest first
    public record ReviewedOpening(
            EmergencyOpening opening, @Nullable String words, List<ReviewerWords> said) {
        public boolean isConcluded() {
            return said.stream().anyMatch(one -> one.outcome() != ReviewOutcome.WORDS);
        }
    }

    /// What a reviewer said (審査の記録).
    ///
    /// @param incident what became of it where it was not justified
    public record ReviewerWords(
            StaffId reviewer,
            ReviewOutcome outcome,
            String words,
            @Nullable Long incident,
            OffsetDateTime at) {}

    private Optional<ReviewedOpening> of(Requester by, long id) {
        return !by.may(Right.OFFICE)
                ? Optional.empty()
                : db.sql("""
                                select * from emergency_opening
                                 where id = ? and staff <> ?
                                   and (door = 'break-glass' or sampled or mistaken_at is not null)""")
                        .params(id, by.staff().value())
                        .query((row, number) -> new ReviewedOpening(
                                EmergencyRows.read(row, number),
                                row.getBytes("words") == null ? null : rows.open(id, row.getBytes("words")),
                                said(id)))
                        .optional();
    }

    private List<ReviewerWords> said(long opening) {
        return db.sql("select * from emergency_review where opening = ? order by id limit ?")
                .params(opening, MOST)
                .query((row, number) -> new ReviewerWords(
                        new StaffId(row.getLong("reviewer")),
                        ColumnWord.read(row, "outcome", ReviewOutcome.class),
                        rows.open(opening, row.getBytes("words")),
                        row.getObject("incident", Long.class),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }

    /// Writes down what a reviewer says. Without words none is justified.
    ///
    /// @param incident what became of it where it was not justified, or null
    /// @return false where it is not theirs, or somebody else has concluded it
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean review(Requester by, long id, ReviewOutcome outcome, String words, @Nullable Long incident) {
        var found = of(by, id).filter(one -> !one.isConcluded());
        if (found.isEmpty() || outcome == ReviewOutcome.JUSTIFIED && lacksWords(found.get())) {
            return false;
        }
        var written = db.sql("""
                        insert into emergency_review (opening, reviewer, outcome, words, incident)
                        values (:opening, :by, :outcome, :words, :incident) on conflict do nothing""")
                        .param("opening", id)
                        .param("by", by.staff().value())
                        .param("outcome", outcome.word())
                        .param("words", rows.seal(id, words.strip()))
                        .param("incident", incident, Types.BIGINT)
                        .update()
                == 1;
        if (written) {
            audit.write(by.did(
                    Action.EMERGENCY_REVIEWED,
                    found.get().opening().person().value(),
                    outcome.word(),
                    Map.of("opening", Long.toString(id))));
        }
        return written;
    }

    private static boolean lacksWords(ReviewedOpening one) {
        return one.opening().withoutConsent() && one.opening().handedFrom() == null && one.words() == null;
    }

    /// What one day of Japan brought to review, and among how many it is shared.
    public ReviewLoad load(LocalDate day) {
        return db.sql("""
                        select count(*)::int as openings,
                               (count(*) filter (where door = 'break-glass' or sampled))::int as due,
                               (select count(*) from requester where profession = 'operator')::int as reviewers,
                               cast(:enough as int) as enough
                          from emergency_opening
                         where opened_at >= cast(:day as date)::timestamp at time zone 'Asia/Tokyo'
                           and opened_at < (cast(:day as date) + 1)::timestamp at time zone 'Asia/Tokyo'""")
                .param("enough", settings.reviewsADay())
                .param("day", day.toString())
                .query(ReviewLoad.class)
                .single();
    }

    public EmergencySettings settings() {
        return settings;
    }
}

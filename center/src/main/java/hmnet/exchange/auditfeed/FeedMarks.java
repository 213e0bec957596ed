package hmnet.exchange.auditfeed;

import hmnet.ground.database.ColumnWord;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How far each repository is (送出の位置), in the database: a start later it goes on. A mark moves only after the events
/// below it were taken for certain, so a fall in between sends them twice and leaves none out.
@Component
class FeedMarks {
    /// After the second try and those that follow.
    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private static final int TROUBLE_MAX = 300;

    /// An operator needs no package of Java.
    private static final Pattern PACKAGE = Pattern.compile("^([a-z]+\\.)+");

    /// The first event that was not sent, and since when it stands in the log.
    private static final String OLDEST = """
            (select e.at from audit_leaf l join audit_event e on e.id = l.event
              where l.leaf > m.leaf order by l.leaf limit 1)""";

    private final JdbcClient db;
    private final AuditFeedSettings settings;
    private final Clock clock;

    FeedMarks(JdbcClient db, AuditFeedSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /// A turn of sending that was taken.
    ///
    /// @param leaf of the last event that was sent
    record FeedTurn(FeedWay way, long leaf, int tries) {}

    /// A way as it stands.
    ///
    /// @param waiting how many events were not sent yet
    /// @param oldest since when the first of them stands in the log
    /// @param stoppedAt since when an operator holds it up
    record FeedPosition(
            FeedWay way,
            long leaf,
            long waiting,
            @Nullable OffsetDateTime oldest,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime failingSince,
            int tries,
            @Nullable String trouble,
            @Nullable OffsetDateTime stoppedAt) {}

    /// Says which ways have an address today. One that is new begins with the next event, or with the first of the log.
    @Transactional
    public void begin(FeedWay way) {
        var wanted = !settings.target(way).isEmpty();
        db.sql("""
                        insert into audit_feed_mark (way, active, leaf)
                        select :way, true, case when :whole then -1
                                                else coalesce((select max(leaf) from audit_leaf), -1) end
                         where :wanted
                            on conflict (way) do nothing""")
                .param("way", way.word())
                .param("whole", settings.whole())
                .param("wanted", wanted)
                .update();
        db.sql("update audit_feed_mark set active = :wanted where way = :way and active <> :wanted")
                .param("way", way.word())
                .param("wanted", wanted)
                .update();
    }

    /// Takes a turn, where something waits, it is time and nobody holds it up. So long, no other node sends: what a
    /// node that fell had taken waits for the end of that time.
    @Transactional
    public Optional<FeedTurn> take(FeedWay way) {
        return db.sql("""
                        update audit_feed_mark m set due_at = :lease
                         where m.way = :way and m.active and m.stopped_at is null and m.due_at <= :now
                           and exists (select from audit_leaf l where l.leaf > m.leaf)
                        returning m.leaf, m.tries""")
                .param("lease", now().plus(settings.lease()))
                .param("way", way.word())
                .param("now", now())
                .query((row, number) -> new FeedTurn(way, row.getLong("leaf"), row.getInt("tries")))
                .optional();
    }

    /// All up to that number were taken. A turn that another node has overtaken moves nothing back.
    ///
    /// @return the turn as it goes on; empty when it is another node's, or an operator holds it up
    @Transactional
    public Optional<FeedTurn> sent(FeedTurn turn, long leaf) {
        return db.sql("""
                        update audit_feed_mark
                           set leaf = :leaf, due_at = :lease, sent_at = :now, tries = 0, failing_since = null, trouble = null
                         where way = :way and leaf = :before
                        returning stopped_at is null as goes_on""")
                .param("leaf", leaf)
                .param("lease", now().plus(settings.lease()))
                .param("now", now())
                .param("way", turn.way().word())
                .param("before", turn.leaf())
                .query(Boolean.class)
                .optional()
                .filter(goesOn -> goesOn)
                .map(goesOn -> new FeedTurn(turn.way(), leaf, 0));
    }

    /// The turn is over, and what waits now may be sent at once.
    @Transactional
    public void rest(FeedTurn turn) {
        db.sql("update audit_feed_mark set due_at = :now where way = :way and leaf = :leaf")
                .param("now", now())
                .param("way", turn.way().word())
                .param("leaf", turn.leaf())
                .update();
    }

    /// It is tried again, later each time.
    @Transactional
    public void failed(FeedTurn turn, String trouble) {
        var words = PACKAGE.matcher(trouble).replaceFirst("");
        var wait = turn.tries() == 0 ? settings.again() : WAITS.get(Math.min(turn.tries(), WAITS.size()) - 1);
        db.sql("""
                        update audit_feed_mark
                           set due_at = :due, tries = :tries, failing_since = coalesce(failing_since, :now), trouble = :trouble
                         where way = :way and leaf = :leaf""")
                .param("due", now().plus(wait))
                .param("tries", turn.tries() + 1)
                .param("now", now())
                .param("trouble", words.substring(0, Math.min(TROUBLE_MAX, words.length())))
                .param("way", turn.way().word())
                .param("leaf", turn.leaf())
                .update();
    }

    /// Somebody wants it tried now.
    @Transactional
    public boolean hasten(FeedWay way) {
        return db.sql(
                                "update audit_feed_mark set due_at = :now where way = :way and active and tries > 0 and stopped_at is null")
                        .param("now", now())
                        .param("way", way.word())
                        .update()
                == 1;
    }

    /// Holds a way up: nothing is taken for it any more.
    @Transactional
    public boolean stop(FeedWay way) {
        return db.sql("update audit_feed_mark set stopped_at = :now where way = :way and active and stopped_at is null")
                        .param("now", now())
                        .param("way", way.word())
                        .update()
                == 1;
    }

    /// It goes on where it was.
    @Transactional
    public boolean resume(FeedWay way) {
        return db.sql("""
                        update audit_feed_mark set stopped_at = null, due_at = :now
                         where way = :way and active and stopped_at is not null""").param("now", now()).param("way", way.word()).update() == 1;
    }

    /// The ways in use.
    List<FeedPosition> states() {
        return db.sql("""
                        select m.*, %s as oldest,
                               coalesce((select max(leaf) from audit_leaf), -1) - m.leaf as waiting
                          from audit_feed_mark m where m.active order by m.way desc""".formatted(OLDEST))
                .query((row, number) -> new FeedPosition(
                        way(row.getString("way")),
                        row.getLong("leaf"),
                        row.getLong("waiting"),
                        row.getObject("oldest", OffsetDateTime.class),
                        row.getObject("sent_at", OffsetDateTime.class),
                        row.getObject("failing_since", OffsetDateTime.class),
                        row.getInt("tries"),
                        row.getString("trouble"),
                        row.getObject("stopped_at", OffsetDateTime.class)))
                .list();
    }

    /// Those whose oldest event waits longer than the setting allows.
    List<FeedPosition> late() {
        var edge = now().minus(settings.late());
        return states().stream()
                .filter(state -> state.oldest() != null && state.oldest().isBefore(edge))
                .toList();
    }

    /// Since when the oldest event of all ways waits, for the figures.
    static String oldest() {
        return "select min(" + OLDEST + ") from audit_feed_mark m where m.active";
    }

    private static FeedWay way(String word) {
        return ColumnWord.of(word, "way", FeedWay.class);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package hmnet.people.arrivals;

import hmnet.ground.database.ColumnWord;
import hmnet.people.links.LinkSource;
import hmnet.people.links.ReviewState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the review desk has done and has before it (名寄せ確認の統計).
@Component
public class ReviewFigures {
    private final JdbcClient db;

    ReviewFigures(JdbcClient db) {
        this.db = db;
    }

    /// Questions of one kind that wait, by how long (待ちの件数).
    public record Open(ReviewReason why, long today, long week, long month, long older) {
        public long all() {
            return today + week + month + older;
        }
    }

    public List<Open> open() {
        return db.sql("""
                        select kind, count(*) filter (where age < interval '1 day') as today,
                               count(*) filter (where age >= interval '1 day' and age < interval '7 days') as week,
                               count(*) filter (where age >= interval '7 days' and age < interval '30 days') as month,
                               count(*) filter (where age >= interval '30 days') as older
                          from (select kind, now() - opened_at as age from match_review
                                 where state in %s) w
                         group by kind""".formatted(ReviewState.WAITING))
                .query((row, number) -> new Open(
                        ReviewReason.valueOf(row.getString("kind")),
                        row.getLong("today"),
                        row.getLong("week"),
                        row.getLong("month"),
                        row.getLong("older")))
                .list();
    }

    /// What was done on one day, or by one person (日ごと・人ごとの判断).
    ///
    /// @param of the day in Japan, or who as it stands in the events
    public record DecisionCount(String of, long same, long different, long later, long undone) {}

    public List<DecisionCount> byDay(LocalDate since) {
        return done("(at at time zone 'Asia/Tokyo')::date::text", since);
    }

    public List<DecisionCount> byPerson(LocalDate since) {
        return done("by", since);
    }

    private List<DecisionCount> done(String column, LocalDate since) {
        return db.sql("""
                        select %s as of, count(*) filter (where action = 'same') as same,
                               count(*) filter (where action = 'different') as different,
                               count(*) filter (where action = 'later') as later,
                               count(*) filter (where action = 'undone') as undone
                          from match_review_event
                         where at >= ?::date::timestamp at time zone 'Asia/Tokyo'
                           and action in ('same', 'different', 'later', 'undone')
                         group by 1 order by 1 limit 500""".formatted(column))
                .param(since)
                .query((row, number) -> new DecisionCount(
                        row.getString("of"),
                        row.getLong("same"),
                        row.getLong("different"),
                        row.getLong("later"),
                        row.getLong("undone")))
                .list();
    }

    /// Links that the matcher made without a human since a day.
    public long matched(LocalDate since) {
        return db.sql("""
                        select count(*) from link_event
                         where at >= ?::date::timestamp at time zone 'Asia/Tokyo' and action = 'link' and by = 'matcher'""").param(since).query(Long.class).single();
    }

    /// How many links hold now, by who made them, in the order of the words.
    public Map<LinkSource, Long> links() {
        var links = new TreeMap<LinkSource, Long>(Comparator.comparing(LinkSource::word));
        db.sql("select source, count(*) as links from linkage group by source")
                .query((row, number) ->
                        links.put(ColumnWord.read(row, "source", LinkSource.class), row.getLong("links")))
                .list();
        return links;
    }
}

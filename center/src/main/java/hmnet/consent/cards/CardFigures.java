package hmnet.consent.cards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many cards were issued and how many work (カードの発行状況), for everybody. Counted again every ten
/// minutes.
@Component
public class CardFigures {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private final JdbcClient db;
    private final Clock clock;
    private volatile @Nullable Figures last;

    CardFigures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param hm HM cards that work
    /// @param disclosure hospitals' own cards that work
    /// @param exchanged HM cards that took the place of a hospital's own
    public record Figures(Instant at, int hm, int disclosure, int exchanged, List<IssueMonth> months) {}

    /// What was issued in one month.
    ///
    /// @param month such as 2026-11
    public record IssueMonth(String month, int hm, int disclosure, int exchanged) {}

    public Figures now() {
        var known = last;
        if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
            known = counted();
            last = known;
        }
        return known;
    }

    private Figures counted() {
        var months = db.sql("""
                        select to_char(issued_at at time zone 'Asia/Tokyo', 'YYYY-MM') as month,
                               count(*) filter (where kind = %1$s and scheme <> 'hm-app') as hm,
                               count(*) filter (where kind = %2$s) as disclosure,
                               count(*) filter (where issued_why = 'migrated') as exchanged
                          from card group by 1 order by 1 desc limit 120""".formatted(CardKind.HM.sql(), CardKind.DISCLOSURE.sql()))
                .query((row, n) -> new IssueMonth(
                        row.getString("month"), row.getInt("hm"), row.getInt("disclosure"), row.getInt("exchanged")))
                .list();
        return db.sql("""
                        select count(*) filter (where kind = %1$s and state = %3$s and scheme <> 'hm-app') as hm,
                               count(*) filter (where kind = %2$s and state = %3$s
                                                  and coalesce(works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date) as disclosure,
                               count(*) filter (where issued_why = 'migrated') as exchanged
                          from card""".formatted(CardKind.HM.sql(), CardKind.DISCLOSURE.sql(), CardLife.ACTIVE.sql()))
                .query((row, number) -> new Figures(
                        clock.instant(), row.getInt("hm"), row.getInt("disclosure"), row.getInt("exchanged"), months))
                .single();
    }
}

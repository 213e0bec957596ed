package hmnet.consent.emergency;

import hmnet.ground.directory.Requester;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How long it takes from finding somebody to the first look (救急の閲覧までの時間). The figures tell of doors, and of nobody.
@Component
public class EmergencyTimings {
    private static final int PAGE_MS_MOST = 600_000;

    private final JdbcClient db;

    EmergencyTimings(JdbcClient db) {
        this.db = db;
    }

    /// Begins to measure: the person was found then, and the door is open now.
    @Transactional
    public void opened(EmergencyOpening opening, Instant found) {
        db.sql("insert into emergency_timing (opening, found_at) values (?, ?) on conflict do nothing")
                .params(opening.id(), found.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Ends it: the centre has made the page.
    ///
    /// @return whether this was the first time, so that the browser may add what it measured
    @Transactional
    public boolean shown(EmergencyOpening opening) {
        return db.sql("update emergency_timing set shown_at = clock_timestamp() where opening = ? and shown_at is null")
                        .param(opening.id())
                        .update()
                == 1;
    }

    /// What the browser of the opener measured, once; what cannot be is left out.
    @Transactional
    public void painted(Requester by, long opening, int milliseconds) {
        if (milliseconds < 0 || milliseconds > PAGE_MS_MOST) {
            return;
        }
        db.sql("""
                        update emergency_timing t set page_ms = ?
                          from emergency_opening o
                         where t.opening = ? and o.id = t.opening and o.staff = ? and o.facility = ?
                           and t.page_ms is null and t.shown_at is not null""")
                .params(milliseconds, opening, by.staff().value(), by.facility().value())
                .update();
    }

    /// How long it took at one door, in milliseconds (所要時間の集計).
    ///
    /// @param median from the search to the page, as the centre measured it
    /// @param late 95 of 100 were quicker
    /// @param painted how many browsers measured
    /// @param pageMedian from the tap on the door to the first paint
    public record DoorTiming(
            String door,
            long shown,
            long median,
            long late,
            long painted,
            @Nullable Long pageMedian,
            @Nullable Long pageLate) {}

    /// Of the last days, by door.
    public List<DoorTiming> figures(int days) {
        return db.sql("""
                        select o.door, count(*) as shown,
                               round(percentile_cont(0.5) within group (order by t.ms))::bigint as median,
                               round(percentile_cont(0.95) within group (order by t.ms))::bigint as late,
                               count(t.page_ms) as painted,
                               round(percentile_cont(0.5) within group (order by t.page_ms))::bigint as page_median,
                               round(percentile_cont(0.95) within group (order by t.page_ms))::bigint as page_late
                          from (select opening, shown_at, page_ms,
                                       extract(epoch from shown_at - found_at) * 1000 as ms
                                  from emergency_timing) t
                          join emergency_opening o on o.id = t.opening
                         where t.shown_at > now() - make_interval(days => ?)
                         group by o.door order by o.door limit 10""")
                .param(days)
                .query((row, number) -> new DoorTiming(
                        row.getString("door"),
                        row.getLong("shown"),
                        row.getLong("median"),
                        row.getLong("late"),
                        row.getLong("painted"),
                        row.getObject("page_median", Long.class),
                        row.getObject("page_late", Long.class)))
                .list();
    }
}

package hmnet.people.links;

import hmnet.ground.audit.Actor;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Charts excluded from matching because of their person (対象外の方のカルテ): they follow each link, merge and join, and
/// return when they belong to somebody else. Only who holds the matcher's lock acts here: two who change at once
/// what the other reads would both miss it.
public final class ExcludedCharts {
    private final JdbcClient db;

    public ExcludedCharts(JdbcClient db) {
        this.db = db;
    }

    /// After whose these charts are may have changed, with all charts that are merged with them.
    void follow(Collection<Long> charts) {
        if (charts.isEmpty()) {
            return;
        }
        var all = charts.toArray(Long[]::new);
        db.sql("""
                        with back as (delete from match_left_out o
                                       where o.patient = any(merged_with(?)) and o.through is not null
                                         and holder_of(o.patient) is distinct from o.through returning patient)
                        insert into match_waiting (patient) select patient from back""").param(all).update();
        var left = db.sql("""
                        insert into match_left_out (patient, why, by, through)
                        select c.patient, o.why, o.by, o.person
                          from unnest(merged_with(?)) as c(patient)
                          join match_left_out o on o.person = holder_of(c.patient)
                            on conflict do nothing returning patient""")
                .param(all)
                .query((row, number) -> row.getLong("patient"))
                .list();
        forget(left);
    }

    /// After these charts read otherwise, which may hold a merge up or no longer do so.
    public void followMerged(Collection<Long> charts) {
        if (!charts.isEmpty()) {
            follow(db.sql("select patient from merged_chart where patient = any(?)")
                    .param(charts.toArray(Long[]::new))
                    .query((row, number) -> row.getLong("patient"))
                    .list());
        }
    }

    /// A chart that is left out is found by nobody, and questions about it are closed.
    void forget(Collection<Long> charts) {
        if (!charts.isEmpty()) {
            var all = charts.toArray(Long[]::new);
            db.sql("delete from search_key where patient = any(?)").param(all).update();
            close("patient = any(:side) or other_patient = any(:side)", all, Actor.CENTRE);
        }
    }

    void close(String condition, Object side, Actor by) {
        db.sql("""
                        with closed as (update match_review set state = :gone
                                         where (%s) and state in %s returning id)
                        insert into match_review_event (review, action, by) select id, :closed, :by from closed""".formatted(condition, ReviewState.WAITING))
                .param("gone", ReviewState.GONE.word())
                .param("closed", ReviewAction.GONE.word())
                .param("side", side)
                .param("by", by.word())
                .update();
    }
}

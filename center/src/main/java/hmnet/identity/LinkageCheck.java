package hmnet.identity;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The linkage held against the events it must add up to (紐付けの検算).
public final class LinkageCheck {
    private final JdbcClient db;

    /// @param source the database as its owner sees it
    public LinkageCheck(DataSource source) {
        this.db = JdbcClient.create(source);
    }

    /// What was found.
    ///
    /// @param broken events that could not have happened: a link of one who was linked elsewhere, an unlink of
    ///     one who was not linked there
    /// @param missing links that the events add up to and the linkage lacks
    /// @param surplus links that stand in the linkage without events, or otherwise than they say
    public record Found(long events, long links, long broken, long missing, long surplus) {
        public boolean sound() {
            return broken + missing + surplus == 0;
        }

        @Override
        public String toString() {
            return sound()
                    ? "relink: sound events=" + events + " links=" + links
                    : "relink: DIFFERS events=" + events + " links=" + links + " broken=" + broken + " missing="
                            + missing + " surplus=" + surplus;
        }
    }

    /// Replays every event of every patient, in one question and so at one moment.
    public Found run() {
        return db.sql("""
                        with told as (select patient, person, action, source,
                                             lag(action) over chart as before, lag(person) over chart as whose,
                                             row_number() over newest as age
                                        from link_event
                                      window chart as (partition by patient order by id),
                                             newest as (partition by patient order by id desc)),
                             replayed as (select patient, person, source from told where age = 1 and action = 'link')
                        select (select count(*) from told) as events,
                               (select count(*) from linkage) as links,
                               (select count(*) from told
                                 where case action when 'link' then before = 'link' and whose <> person
                                                   else before is distinct from 'link' or whose <> person end) as broken,
                               (select count(*) from (table replayed except select patient, person, source from linkage) m)
                                   as missing,
                               (select count(*) from (select patient, person, source from linkage except table replayed) s)
                                   as surplus""")
                .query((row, number) -> new Found(
                        row.getLong("events"),
                        row.getLong("links"),
                        row.getLong("broken"),
                        row.getLong("missing"),
                        row.getLong("surplus")))
                .single();
    }
}

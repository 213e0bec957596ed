package hmnet.people.links;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Links, facilities' merges and joined persons held against the events they must add up to (紐付けの検算).
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
    /// @param merges charts that are merged, or not, otherwise than the facilities' events say
    /// @param joins persons who are one, or not, otherwise than the office's events say
    public record LinkageCounts(
            long events, long links, long broken, long missing, long surplus, long merges, long joins) {
        public boolean sound() {
            return broken + missing + surplus + merges + joins == 0;
        }

        @Override
        public String toString() {
            return sound()
                    ? "relink: sound events=" + events + " links=" + links
                    : "relink: DIFFERS events=" + events + " links=" + links + " broken=" + broken + " missing="
                            + missing + " surplus=" + surplus + " merges=" + merges + " joins=" + joins;
        }
    }

    /// Replays every event of every patient, in one question and so at one moment.
    public LinkageCounts run() {
        return db.sql("""
                        with recursive told as (select patient, person, action, source,
                                             lag(action) over chart as before, lag(person) over chart as whose,
                                             row_number() over newest as age
                                        from link_event
                                      window chart as (partition by patient order by id),
                                             newest as (partition by patient order by id desc)),
                             replayed as (select patient, person, source from told where age = 1 and action = 'link'),
                             word as (select distinct on (least(patient, into_patient), greatest(patient, into_patient))
                                             patient, into_patient, action, at
                                        from patient_merge_event
                                       order by least(patient, into_patient), greatest(patient, into_patient),
                                                at desc, action desc, into_patient),
                             merge as (select patient as a, into_patient as b from word where action = 'merge'
                                       union select into_patient, patient from word where action = 'merge'),
                             chain as (select a, b from merge
                                       union select c.a, m.b from chain c join merge m on m.a = c.b),
                             chart as (select distinct on (c.a) c.a as patient, w.into_patient as whole
                                         from chain c join word w on w.action = 'merge' and w.into_patient = c.b
                                        order by c.a, w.at desc, w.into_patient desc, w.patient desc),
                             said as (select distinct on (least(person, other), greatest(person, other))
                                             person, other, action
                                        from same_person_event
                                       order by least(person, other), greatest(person, other), id desc),
                             pair as (select person as a, other as b from said where action = 'join'
                                      union select other, person from said where action = 'join'),
                             reach as (select a, b from pair
                                       union select r.a, p.b from reach r join pair p on p.a = r.b),
                             one as (select a, b from reach where a <> b)
                        select (select count(*) from told) as events,
                               (select count(*) from linkage) as links,
                               (select count(*) from told
                                 where case action when 'link' then before = 'link' and whose <> person
                                                   else before is distinct from 'link' or whose <> person end) as broken,
                               (select count(*) from (table replayed except select patient, person, source from linkage) m)
                                   as missing,
                               (select count(*) from (select patient, person, source from linkage except table replayed) s)
                                   as surplus,
                               (select count(*) from ((table chart except table merged_chart)
                                                      union all (table merged_chart except table chart)) m) as merges,
                               (select count(*) from ((table one except table same_person)
                                                      union all (table same_person except table one)) j) as joins""")
                .query((row, number) -> new LinkageCounts(
                        row.getLong("events"),
                        row.getLong("links"),
                        row.getLong("broken"),
                        row.getLong("missing"),
                        row.getLong("surplus"),
                        row.getLong("merges"),
                        row.getLong("joins")))
                .single();
    }
}

package hmnet.ground.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who was shown a person's chart (表示の記録), out of the events that disclosing writes anyway: it costs the
/// reading path nothing.
@Component
public class Displays {
    private static final int MOST = 5_000;

    private final JdbcClient db;

    Displays(JdbcClient db) {
        this.db = db;
    }

    /// The charts of this person opened in a span, last one first: once for each member of staff and view.
    public List<ChartDisplay> of(UUID person, OffsetDateTime from, OffsetDateTime until) {
        return db.sql("""
                        select substr(e.event ->> 'actor', 7)::bigint as staff, (e.event ->> 'facility')::bigint as facility,
                               e.event ->> 'profession' as profession, e.event #>> '{detail,view}' as view,
                               max(e.at) as at
                          from (select at, event::jsonb as event from audit_event
                                 where person = ? and at >= ? and at <= ? and event is not null) e
                         where e.event ->> 'action' = ? and e.event ->> 'actor' like 'staff:%'
                         group by 1, 2, 3, 4
                         order by at desc, staff, view limit ?""")
                .params(person, from, until, Action.CHART_OPENED.word(), MOST)
                .query(Displays::read)
                .list();
    }

    /// What facilities' machines were told of this person in a span: the answer left the centre.
    public List<MachineAnswer> toMachines(UUID person, OffsetDateTime from, OffsetDateTime until) {
        return db.sql("""
                        select substr(e.event ->> 'actor', 10)::bigint as facility, e.event ->> 'action' as action, e.at
                          from (select at, event::jsonb as event from audit_event
                                 where person = ? and at >= ? and at <= ? and event is not null) e
                         where e.event ->> 'actor' like 'facility:%'
                         order by e.at, facility limit ?""")
                .params(person, from, until, MOST)
                .query((row, number) -> new MachineAnswer(
                        row.getLong("facility"),
                        Action.of(row.getString("action")),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }

    /// An answer to a facility's machine (施設の機器への回答).
    public record MachineAnswer(long facility, Action action, OffsetDateTime at) {}

    private static ChartDisplay read(ResultSet row, int number) throws SQLException {
        return new ChartDisplay(
                row.getLong("staff"),
                row.getLong("facility"),
                row.getString("profession"),
                row.getString("view"),
                row.getObject("at", OffsetDateTime.class));
    }
}

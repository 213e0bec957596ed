package hmnet.ground.audit;

import hmnet.ground.keys.Keys;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who was shown a person's chart (表示の記録), out of the events that disclosing writes anyway: it costs the
/// reading path nothing.
@Component
public class Displays {
    private static final int MOST = 5_000;

    /// Events of one person that are opened at most, the newest first.
    private static final int MOST_READ = 200_000;

    private final JdbcClient db;
    private final SealedTraces sealedTraces;

    Displays(JdbcClient db, Keys keys) {
        this.db = db;
        this.sealedTraces = new SealedTraces(keys);
    }

    private record StaffView(long staff, long facility, String profession, String view, String door) {}

    /// The charts of this person opened in a span, last one first: once for each member of staff, view and door.
    public List<ChartDisplay> of(UUID person, OffsetDateTime from, OffsetDateTime until) {
        var last = new LinkedHashMap<StaffView, OffsetDateTime>();
        newest(person, from, until, event -> {
            var trace = event.trace();
            if (trace.action() == Action.CHART_OPENED && trace.actor() instanceof Actor.StaffMember(var staff)) {
                var view = trace.detail().getOrDefault("view", "");
                var door = trace.detail().getOrDefault("door", "");
                last.putIfAbsent(new StaffView(staff, trace.facility(), trace.profession(), view, door), at(event));
            }
        });
        return last.entrySet().stream()
                .limit(MOST)
                .map(one -> new ChartDisplay(
                        one.getKey().staff(),
                        one.getKey().facility(),
                        one.getKey().profession(),
                        one.getKey().view(),
                        one.getKey().door(),
                        one.getValue()))
                .toList();
    }

    /// What facilities' machines were told of this person in a span: the answer left the centre.
    public List<MachineAnswer> toMachines(UUID person, OffsetDateTime from, OffsetDateTime until) {
        var answers = new ArrayList<MachineAnswer>();
        newest(person, from, until, event -> {
            if (event.trace().actor() instanceof Actor.FacilityMachine(var facility)) {
                answers.add(new MachineAnswer(facility, event.trace().action(), at(event)));
            }
        });
        return answers.reversed().stream().limit(MOST).toList();
    }

    /// An answer to a facility's machine (施設の機器への回答).
    public record MachineAnswer(long facility, Action action, OffsetDateTime at) {}

    private void newest(UUID person, OffsetDateTime from, OffsetDateTime until, Consumer<AuditEvent> take) {
        db.sql("select " + SealedTraces.COLUMNS + """
                         from audit_event e
                        where e.person = ? and e.at >= ? and e.at <= ?
                        order by e.at desc, e.id desc limit ?""")
                .params(person, from, until, MOST_READ)
                .query(row -> {
                    sealedTraces
                            .open(row)
                            .map(text -> AuditEvent.read(text.text()))
                            .ifPresent(take);
                });
    }

    private static OffsetDateTime at(AuditEvent event) {
        return event.at().atOffset(ZoneOffset.UTC);
    }
}

package hmnet.record.charts;

import hmnet.consent.decisions.OwnRecords;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.OwnCharts;
import hmnet.people.links.OwnCharts.OwnChart;
import hmnet.people.links.Person;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A facility's own records of its own patients, some charts at a time (自施設の記録の読み出し), for what the centre makes for
/// that
/// facility alone. Nothing that another facility sent is in them.
@Component
public class FacilityCharts {
    /// So many in one transaction.
    public static final int AT_ONCE = 50;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final OwnCharts ownCharts;
    private final Audit audit;
    private final JdbcTemplate statements;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final Clock clock;

    FacilityCharts(
            OwnCharts ownCharts,
            Audit audit,
            JdbcTemplate statements,
            Envelopes envelopes,
            RowSeals seals,
            Clock clock) {
        this.ownCharts = ownCharts;
        this.audit = audit;
        this.statements = statements;
        this.envelopes = envelopes;
        this.seals = seals;
        this.clock = clock;
    }

    /// Opens charts of one facility. The event is written by the statement that lets their rows through, and says how
    /// many they are.
    ///
    /// @param trace what is made of them, for whom
    /// @param use what `use` returns must be complete: nothing of a chart can be read afterwards
    @Transactional
    public <T> List<T> read(
            FacilityId own, Collection<PatientId> patients, Trace trace, BiFunction<OwnChart, Chart, T> use) {
        if (patients.size() > AT_ONCE) {
            throw new IllegalArgumentException("At most " + AT_ONCE + " charts are read at once");
        }
        var found = ownCharts.of(own, patients);
        var numbers = found.stream()
                .map(chart -> Long.toString(chart.patient().value()))
                .collect(Collectors.joining(",", "{", "}"));
        var doubled = audit.write(
                trace.with("charts", Integer.toString(found.size())),
                Charts.LET_THROUGH,
                List.of(numbers, numbers),
                Charts::doubled);
        var today = LocalDate.ofInstant(clock.instant(), JAPAN);
        var made = new ArrayList<T>();
        for (var chart : found) {
            var granted = OwnRecords.granted(named(chart), own, chart.patient(), today);
            made.add(use.apply(chart, new Chart(null, granted, statements, envelopes, seals, doubled)));
        }
        return made;
    }

    /// As the facility names them. Where it told no birth date, none may be shown: `OwnChart.said` knows.
    private static Person named(OwnChart chart) {
        var said = chart.said();
        var id = chart.person() == null
                ? UUID.nameUUIDFromBytes(("chart " + chart.patient().value()).getBytes(StandardCharsets.UTF_8))
                : chart.person().value();
        return new Person(
                new PersonId(id),
                "",
                said.familyName(),
                said.givenName(),
                said.familyKana(),
                said.givenKana(),
                said.birthDate() == null ? LocalDate.EPOCH : said.birthDate(),
                said.sex(),
                "",
                "",
                "",
                "");
    }
}

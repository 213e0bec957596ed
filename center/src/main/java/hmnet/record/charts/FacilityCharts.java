package hmnet.record.charts;

import hmnet.consent.decisions.OwnRecords;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.OwnCharts;
import hmnet.people.links.OwnCharts.OwnChart;
import hmnet.people.links.Person;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/// A facility's own records of its own patients, some charts at a time (自施設の記録の読み出し), for what the centre makes for
/// that
/// facility alone. Nothing that another facility sent is in them.
@Component
public class FacilityCharts {
    /// So many in one transaction.
    public static final int AT_ONCE = 50;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final OwnCharts ownCharts;
    private final Charts charts;
    private final Clock clock;

    FacilityCharts(OwnCharts ownCharts, Charts charts, Clock clock) {
        this.ownCharts = ownCharts;
        this.charts = charts;
        this.clock = clock;
    }

    /// Opens charts of one facility. The event is written by the statement that lets their rows through, and says how
    /// many they are.
    ///
    /// @param trace what is made of them, for whom
    /// @param use what `use` returns must be complete: nothing of a chart can be read afterwards
    public <T> List<T> read(
            FacilityId own, Collection<PatientId> patients, Trace trace, BiFunction<OwnChart, Chart, T> use) {
        if (patients.size() > AT_ONCE) {
            throw new IllegalArgumentException("At most " + AT_ONCE + " charts are read at once");
        }
        var found = ownCharts.of(own, patients);
        var today = LocalDate.ofInstant(clock.instant(), JAPAN);
        var granted = found.stream()
                .map(chart -> OwnRecords.granted(named(chart), own, chart.patient(), today))
                .toList();
        var place = found.iterator();
        return charts.openOfFacility(
                granted, trace.with("charts", Integer.toString(found.size())), chart -> use.apply(place.next(), chart));
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

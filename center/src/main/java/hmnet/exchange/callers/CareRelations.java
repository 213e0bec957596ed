package hmnet.exchange.callers;

import static java.util.stream.Collectors.groupingBy;

import hmnet.consent.decisions.Standings;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Successions;
import hmnet.people.links.ListedChart;
import hmnet.people.links.PatientIndex;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Reads how a caller stands to persons (照会元と本人の関係), the same two questions however many they are,
/// none included, so that an unknown, a closed and a protected person cost the same.
@Component
public class CareRelations {
    private final PatientIndex patientIndex;
    private final Standings standings;
    private final Facilities facilities;
    private final Successions successions;
    private final Domains domains;

    CareRelations(
            PatientIndex patientIndex,
            Standings standings,
            Facilities facilities,
            Successions successions,
            Domains domains) {
        this.patientIndex = patientIndex;
        this.standings = standings;
        this.facilities = facilities;
        this.successions = successions;
        this.domains = domains;
    }

    /// Whose charts are a caller's own.
    public Set<FacilityId> own(Caller caller) {
        return DisclosureFilter.own(caller, successions.now());
    }

    public DisclosureFilter of(Caller caller, Collection<PersonId> people) {
        var standing = standings.of(caller.facility(), people);
        Map<PersonId, List<ListedChart>> charts = patientIndex.charts(people).stream()
                .collect(groupingBy(chart -> Objects.requireNonNull(chart.person())));
        return new DisclosureFilter(caller, domains, facilities, successions.now(), standing, charts);
    }
}

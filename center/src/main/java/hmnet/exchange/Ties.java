package hmnet.exchange;

import static java.util.stream.Collectors.groupingBy;

import hmnet.consent.Standings;
import hmnet.directory.Facilities;
import hmnet.directory.FacilityId;
import hmnet.directory.Successions;
import hmnet.identity.Listed;
import hmnet.identity.PersonId;
import hmnet.identity.Rolls;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Reads how a caller stands to persons (照会元と本人の関係), the same two questions however many they are,
/// none included, so that an unknown, a closed and a protected person cost the same.
@Component
class Ties {
    private final Rolls rolls;
    private final Standings standings;
    private final Facilities facilities;
    private final Successions successions;
    private final Domains domains;

    Ties(Rolls rolls, Standings standings, Facilities facilities, Successions successions, Domains domains) {
        this.rolls = rolls;
        this.standings = standings;
        this.facilities = facilities;
        this.successions = successions;
        this.domains = domains;
    }

    /// Whose charts are a caller's own.
    Set<FacilityId> own(Caller caller) {
        return Tellable.own(caller, successions.now());
    }

    Tellable of(Caller caller, Collection<PersonId> people) {
        var standing = standings.of(caller.facility(), people);
        Map<PersonId, List<Listed>> charts =
                rolls.charts(people).stream().collect(groupingBy(chart -> Objects.requireNonNull(chart.person())));
        return new Tellable(caller, domains, facilities, successions.now(), standing, charts);
    }
}

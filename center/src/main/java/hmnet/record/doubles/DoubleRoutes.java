package hmnet.record.doubles;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a facility that has loaded its storage hears of doubles (重複の件数): its own, as counts.
@RestController
class DoubleRoutes {
    private final LikelyDoubles likely;
    private final DoubleSearches searches;

    DoubleRoutes(LikelyDoubles likely, DoubleSearches searches) {
        this.likely = likely;
        this.searches = searches;
    }

    /// @param searchedAt when the last search ended, or null where there was none
    /// @param likely rows that wait for nobody or for a decision; not those that an operator says are none
    record SearchState(@Nullable String searchedAt, int likely, int hidden) {}

    /// Says what the last search found and has the next one begin. No audit event: three numbers about what the
    /// facility itself has sent, of nobody, disclose no record; who asked for the search stands with the
    /// search.
    @PostMapping("/inbox/doubles")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    @Transactional
    SearchState found(FacilityId facility) {
        var searchedAt = searches.of(facility).flatMap(search -> Optional.ofNullable(search.endedAt()));
        var answer = new SearchState(
                searchedAt.map(Object::toString).orElse(null),
                rows(facility, group -> !group.hidden() && !group.different()),
                rows(facility, LikelyDoubles.DoubleGroup::hidden));
        searches.ask(facility, Actor.facility(facility.value()));
        return answer;
    }

    private int rows(FacilityId facility, Predicate<LikelyDoubles.DoubleGroup> those) {
        return likely.groups(facility).stream()
                .filter(those)
                .mapToInt(LikelyDoubles.DoubleGroup::rows)
                .sum();
    }
}

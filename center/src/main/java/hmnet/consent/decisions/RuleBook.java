package hmnet.consent.decisions;

import static java.util.stream.Collectors.groupingBy;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// All disclosure rules, answering which line holds (開示ルール集). A facility's own line goes before the
/// network's default, a later one before an earlier one, a higher version before a lower one.
public final class RuleBook {
    private static final Comparator<DisclosureRule> STRENGTH = Comparator.comparingInt(
                    (DisclosureRule rule) -> rule.facility() == null ? 0 : 1)
            .thenComparing(DisclosureRule::effectiveOn)
            .thenComparingInt(DisclosureRule::version)
            .thenComparingLong(DisclosureRule::id);

    private final List<DisclosureRule> ofNetwork;
    private final Map<FacilityId, List<DisclosureRule>> ofFacilities;

    RuleBook(List<DisclosureRule> rules) {
        this.ofNetwork = rules.stream().filter(rule -> rule.facility() == null).toList();
        this.ofFacilities = rules.stream()
                .filter(rule -> rule.facility() != null)
                .collect(groupingBy(rule -> Objects.requireNonNull(rule.facility())));
    }

    /// The same with more lines.
    RuleBook with(List<DisclosureRule> more) {
        var all = new ArrayList<>(ofNetwork);
        ofFacilities.values().forEach(all::addAll);
        all.addAll(more);
        return new RuleBook(all);
    }

    /// The line for all departments of a facility.
    Optional<DisclosureRule> general(FacilityId facility, RecordKind kind, Audience audience, LocalDate day) {
        return lines(facility, kind, audience, day)
                .filter(rule -> rule.department() == null)
                .max(STRENGTH);
    }

    /// The lines that single departments have of their own.
    List<DisclosureRule> ofDepartments(FacilityId facility, RecordKind kind, Audience audience, LocalDate day) {
        return lines(facility, kind, audience, day)
                .filter(rule -> rule.department() != null)
                .collect(java.util.stream.Collectors.toMap(
                        rule -> Objects.requireNonNull(rule.department()),
                        rule -> rule,
                        (a, b) -> STRENGTH.compare(a, b) >= 0 ? a : b,
                        java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private Stream<DisclosureRule> lines(FacilityId facility, RecordKind kind, Audience audience, LocalDate day) {
        return Stream.concat(ofFacilities.getOrDefault(facility, List.of()).stream(), ofNetwork.stream())
                .filter(rule -> rule.audience() == audience
                        && rule.covers(kind)
                        && !rule.effectiveOn().isAfter(day));
    }
}

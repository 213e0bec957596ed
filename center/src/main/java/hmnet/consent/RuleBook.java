package hmnet.consent;

import hmnet.directory.FacilityId;
import hmnet.formats.RecordKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// All disclosure rules, answering which line holds (開示ルール集). A facility's own line goes before the
/// network's default, a later one before an earlier one, a higher version before a lower one.
record RuleBook(List<DisclosureRule> rules) {
    private static final Comparator<DisclosureRule> STRENGTH = Comparator.comparingInt(
                    (DisclosureRule rule) -> rule.facility() == null ? 0 : 1)
            .thenComparing(DisclosureRule::effectiveOn)
            .thenComparingInt(DisclosureRule::version)
            .thenComparingLong(DisclosureRule::id);

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
        return rules.stream()
                .filter(rule -> rule.audience() == audience
                        && rule.covers(kind)
                        && !rule.effectiveOn().isAfter(day)
                        && (rule.facility() == null || rule.facility().equals(facility)));
    }
}

package hmnet.care.viewer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import hmnet.care.viewer.PersonBanner.ClosedKindLine;
import hmnet.consent.decisions.ClosedKind;
import hmnet.consent.decisions.ClosedKind.ClosingReason;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;

/// The lines of the band that say which kinds a rule keeps closed (閉じた種別の注記).
record ClosedKindLines(Messages m, Function<FacilityId, String> name) {
    List<ClosedKindLine> of(List<ClosedKind> all) {
        var byProfession = all.stream()
                .filter(closed -> closed.why() == ClosingReason.PROFESSION)
                .map(ClosedKind::kind)
                .distinct()
                .toList();
        var notes = Stream.<ClosedKindLine>builder();
        if (!byProfession.isEmpty()) {
            notes.add(new ClosedKindLine(words(byProfession), "profession", ""));
        }
        all.stream()
                .filter(closed -> closed.why() != ClosingReason.PROFESSION)
                .collect(groupingBy(
                        closed -> new ClosingRule(closed.facility(), closed.why(), closed.days()),
                        TreeMap::new,
                        groupingKinds()))
                .forEach((rule, kinds) -> notes.add(note(rule, kinds)));
        return notes.build().toList();
    }

    private static Collector<ClosedKind, ?, List<RecordKind>> groupingKinds() {
        return mapping(ClosedKind::kind, toList());
    }

    private ClosedKindLine note(ClosingRule rule, List<RecordKind> kinds) {
        var words = words(kinds);
        var facility = name.apply(rule.facility());
        return switch (rule.why()) {
            case DELAY -> new ClosedKindLine(m.t("viewer.closed-kind.days", words, rule.days()), "delay", facility);
            case STOPPED -> new ClosedKindLine(m.t("viewer.closed-kind.all"), "stopped", facility);
            case FACILITY_RULE -> new ClosedKindLine(words, "facility", facility);
            case PROFESSION -> throw new IllegalArgumentException("A profession is no facility's rule");
        };
    }

    private String words(List<RecordKind> kinds) {
        return kinds.stream().map(kind -> m.t("kind." + kind.name())).collect(joining("・"));
    }

    /// A facility's rule that closes kinds.
    private record ClosingRule(FacilityId facility, ClosingReason why, int days) implements Comparable<ClosingRule> {
        @Override
        public int compareTo(ClosingRule other) {
            return Comparator.comparingLong(
                            (ClosingRule rule) -> rule.facility().value())
                    .thenComparing(ClosingRule::why)
                    .thenComparingInt(ClosingRule::days)
                    .compare(this, other);
        }
    }
}

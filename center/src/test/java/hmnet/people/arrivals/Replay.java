package hmnet.people.arrivals;

import hmnet.people.links.MergeRows;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What links, facilities' merges and joined persons must add up to (紐付けの手計算), worked out from the events alone and
/// without a database.
final class Replay {
    private final List<Link> links = new ArrayList<>();
    private final List<MergeRows.Word> words = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();

    record Link(long patient, UUID person, boolean link, boolean human) {}

    record Join(UUID one, UUID other, boolean joined) {}

    void link(long patient, UUID person, boolean link, boolean human) {
        links.add(new Link(patient, person, link, human));
    }

    void merge(long patient, long into, boolean undone, OffsetDateTime at) {
        words.add(new MergeRows.Word(patient, into, undone, at));
    }

    void join(UUID one, UUID other, boolean joined) {
        joins.add(new Join(one, other, joined));
    }

    /// Every chart that a decision about this person sees.
    Set<Long> chartsOf(UUID person, Set<Long> all) {
        var charts = new TreeSet<Long>();
        var persons = oneWith(person);
        all.forEach(chart -> {
            var whose = whose(chart);
            if (whose != null && persons.contains(whose)) {
                charts.add(chart);
            }
        });
        return charts;
    }

    Set<UUID> oneWith(UUID person) {
        var last = new HashMap<Set<UUID>, Boolean>();
        joins.forEach(join -> last.put(Set.of(join.one(), join.other()), join.joined()));
        var reached = new HashSet<>(Set.of(person));
        for (var grown = true; grown; ) {
            grown = last.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .filter(pair -> pair.getKey().stream().anyMatch(reached::contains))
                    .map(pair -> reached.addAll(pair.getKey()))
                    .reduce(false, Boolean::logicalOr);
        }
        return reached;
    }

    private @Nullable UUID whose(long chart) {
        var group = group(chart);
        var own = linked(chart);
        if (group.size() == 1 || held(group)) {
            return own == null ? null : own.person();
        }
        var root = root(group);
        return group.stream()
                .filter(member -> linked(member) != null)
                .min(Comparator.comparing((Long member) ->
                                !Objects.requireNonNull(linked(member)).human())
                        .thenComparing(member -> member != root)
                        .thenComparing(Comparator.naturalOrder()))
                .map(member -> Objects.requireNonNull(linked(member)).person())
                .orElse(null);
    }

    private @Nullable Link linked(long chart) {
        var last = links.stream().filter(link -> link.patient() == chart).reduce((a, b) -> b);
        return last.filter(Link::link).orElse(null);
    }

    /// Two persons humans stand behind, or a chart that a human parted from one of the others' persons.
    private boolean held(Set<Long> group) {
        var standing = group.stream().map(this::linked).filter(Objects::nonNull).toList();
        var persons = new HashSet<>(standing.stream().map(Link::person).toList());
        var firm = standing.stream()
                .filter(Link::human)
                .map(Link::person)
                .distinct()
                .count();
        return firm > 1 || group.stream().anyMatch(chart -> parted(chart, persons));
    }

    private boolean parted(long chart, Set<UUID> persons) {
        var own = linked(chart);
        return links.stream()
                .filter(link -> link.patient() == chart && persons.contains(link.person()))
                .filter(link -> own == null || !own.person().equals(link.person()))
                .reduce((a, b) -> b)
                .filter(link -> !link.link() && link.human())
                .isPresent();
    }

    private List<MergeRows.Word> holding() {
        var last = new HashMap<Set<Long>, MergeRows.Word>();
        words.stream()
                .sorted(Comparator.comparing(MergeRows.Word::at).thenComparing(MergeRows.Word::undone))
                .forEach(word -> last.put(Set.of(word.patient(), word.into()), word));
        return last.values().stream().filter(word -> !word.undone()).toList();
    }

    private Set<Long> group(long chart) {
        var reached = new HashSet<>(Set.of(chart));
        for (var before = 0; before != reached.size(); ) {
            before = reached.size();
            holding().stream()
                    .filter(word -> reached.contains(word.patient()) || reached.contains(word.into()))
                    .forEach(word -> reached.addAll(List.of(word.patient(), word.into())));
        }
        return reached;
    }

    private long root(Set<Long> group) {
        return holding().stream()
                .filter(word -> group.contains(word.into()))
                .max(Comparator.comparing(MergeRows.Word::at))
                .orElseThrow()
                .into();
    }
}

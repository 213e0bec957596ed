package hmnet.bench.disclosures;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Answers and events held against each other (開示と証跡の照合結果).
///
/// @param delivered answers that came whole, refusals among them
/// @param events of all requests of the drill
/// @param without answers that came whole and have no event, or one of another kind
/// @param twice requests with more than one event
/// @param cut events of answers that a kill cut off
/// @param beside events that belong to no request, or to one that got no answer though nothing was killed meanwhile
/// @param kinds how many answers of each kind came whole
public record DisclosureAccount(
        int requests,
        int delivered,
        int events,
        int without,
        int twice,
        int cut,
        int beside,
        Map<DisclosureKind, Integer> kinds) {
    /// @param words of the events of each mark
    public static DisclosureAccount of(
            Collection<AskedDisclosure> all, Map<String, List<String>> words, List<KillSpan> kills) {
        var kinds = new EnumMap<DisclosureKind, Integer>(DisclosureKind.class);
        var known = new HashSet<String>();
        var without = 0;
        var twice = 0;
        var cut = 0;
        var beside = 0;
        for (var asked : all) {
            known.add(asked.mark());
            var told = words.getOrDefault(asked.mark(), List.of());
            if (told.size() > 1) {
                twice++;
            }
            if (asked.delivered()) {
                kinds.merge(asked.kind(), 1, Integer::sum);
                if (!told.contains(asked.kind().action())) {
                    without++;
                }
            } else if (!told.isEmpty()) {
                if (kills.stream().anyMatch(kill -> kill.meets(asked))) {
                    cut++;
                } else {
                    beside++;
                }
            }
        }
        beside += (int)
                words.keySet().stream().filter(mark -> !known.contains(mark)).count();
        return new DisclosureAccount(
                all.size(),
                kinds.values().stream().mapToInt(Integer::intValue).sum(),
                words.values().stream().mapToInt(List::size).sum(),
                without,
                twice,
                cut,
                beside,
                kinds);
    }

    /// Whether both fit, and each kind was there to fit.
    public boolean isSound() {
        return without == 0 && twice == 0 && beside == 0 && kinds.size() == DisclosureKind.values().length;
    }
}

package hmnet.office.anomalies;

import hmnet.people.patients.PersonId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The hour in which a reader opened the most persons' charts (最も多く開いた一時間).
///
/// @param first the first one of that hour
/// @param last the last one
record BusiestHour(int persons, ReadChart first, ReadChart last) {
    private static final Duration HOUR = Duration.ofHours(1);

    /// Nothing where nothing was read.
    static Optional<BusiestHour> of(List<ReadChart> read) {
        var byTime = read.stream().sorted(Comparator.comparing(ReadChart::at)).toList();
        var seen = new HashMap<PersonId, Integer>();
        Optional<BusiestHour> busiest = Optional.empty();
        var from = 0;
        for (var last : byTime) {
            seen.merge(last.person(), 1, Integer::sum);
            while (byTime.get(from).at().plus(HOUR).isBefore(last.at())) {
                seen.computeIfPresent(byTime.get(from).person(), (person, times) -> times == 1 ? null : times - 1);
                from++;
            }
            if (busiest.isEmpty() || seen.size() > busiest.get().persons()) {
                busiest = Optional.of(new BusiestHour(seen.size(), byTime.get(from), last));
            }
        }
        return busiest;
    }
}

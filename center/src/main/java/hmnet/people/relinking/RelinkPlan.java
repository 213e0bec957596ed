package hmnet.people.relinking;

import hmnet.people.matching.Population;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What matching the whole region anew would change (名寄せ直しの計画), before anything is changed.
public final class RelinkPlan {
    final MatchSnapshot matchSnapshot;
    final Population population;
    final int[] likeliest;
    final List<Join> joins = new ArrayList<>();
    final Set<String> oneByOne = new HashSet<>();
    private final Map<UUID, Integer> homes = new HashMap<>();
    private final Set<UUID> scattered = new HashSet<>();
    private final Set<UUID> torn = new HashSet<>();

    /// Charts that nobody has, and the person they are to be linked to.
    ///
    /// @param person null where a new one is made
    /// @param support a chart that is the person's now, unless the office's own record of them is among the charts
    /// @param best the chart a new person is called by
    record Join(@Nullable UUID person, @Nullable Long support, int best, int[] charts) {}

    RelinkPlan(MatchSnapshot matchSnapshot, Population population) {
        this.matchSnapshot = matchSnapshot;
        this.population = population;
        this.likeliest = population.likeliest();
        IntStream.range(0, population.size()).forEach(this::home);
        IntStream.range(0, population.size())
                .filter(chart -> population.first(chart) == chart)
                .forEach(this::decide);
        population
                .asked()
                .forEach(pair -> oneByOne.add(matchSnapshot.of(pair[0]).key()));
    }

    /// How many charts there are, of how many persons.
    public int charts() {
        return population.size();
    }

    /// How many charts would be linked without a human.
    public int links() {
        return joins.stream().mapToInt(join -> join.charts().length).sum();
    }

    /// How many persons would be made for them.
    public long newPersons() {
        return joins.stream().filter(join -> join.person() == null).count();
    }

    /// How many pairs of charts look so alike that a human would be asked, as far as nobody has said.
    public int questions() {
        return population.asked().size();
    }

    /// How many persons the matcher had made or added to whose charts no longer hold together: asked about, never
    /// parted unseen.
    public int torn() {
        return torn.size();
    }

    /// How many charts go the way of an arriving chart, one by one.
    public int oneByOne() {
        return oneByOne.size();
    }

    /// One link that would be made (予定の紐付け).
    ///
    /// @param person null where a new one is made
    /// @param like the patient it resembles most, or null for the office's record of the person
    public record Link(
            long patient,
            @Nullable PersonId person,
            @Nullable Long like,
            double score) {}

    /// Every link that would be made.
    public List<Link> each() {
        return joins.stream()
                .flatMap(join -> IntStream.of(join.charts()).mapToObj(chart -> {
                    var like = matchSnapshot.of(population.other(likeliest[chart], chart));
                    var patient = matchSnapshot.of(chart).patient();
                    return new Link(
                            patient == null ? 0 : patient,
                            join.person() == null ? null : new PersonId(join.person()),
                            like.patient(),
                            population.match(likeliest[chart]).score());
                }))
                .toList();
    }

    /// A person whose charts fall apart, one of them linked by nobody but the matcher, is torn.
    private void home(int chart) {
        var entry = matchSnapshot.of(chart);
        var person = entry.person();
        if (person == null) {
            return;
        }
        var first = population.first(chart);
        var home = homes.putIfAbsent(person, first);
        if (home != null && home != first) {
            scattered.add(person);
            if (entry.byMatcher()) {
                torn.add(person);
            }
        }
        if (torn.contains(person) && entry.byMatcher()) {
            oneByOne.add(entry.key());
        }
    }

    private void decide(int first) {
        var charts = population.charts(first);
        var free = IntStream.of(charts)
                .filter(chart -> matchSnapshot.of(chart).person() == null)
                .toArray();
        var persons = matchSnapshot.persons(charts);
        if (charts.length == 1 || free.length == 0 && persons.size() < 2) {
            return;
        }
        var best = IntStream.of(charts)
                .reduce((a, b) ->
                        matchSnapshot.of(b).known() > matchSnapshot.of(a).known() ? b : a)
                .orElseThrow();
        if (matchSnapshot.delicate(charts)
                || persons.isEmpty() && matchSnapshot.of(best).known() == 0
                || persons.stream().anyMatch(scattered::contains)) {
            IntStream.of(charts)
                    .mapToObj(chart -> matchSnapshot.of(chart).key())
                    .forEach(oneByOne::add);
            return;
        }
        var person = persons.stream().findFirst().orElse(null);
        var support = person == null
                        || IntStream.of(charts)
                                .anyMatch(chart -> matchSnapshot.of(chart).record() != null)
                ? null
                : IntStream.of(charts)
                        .mapToObj(matchSnapshot::of)
                        .filter(entry -> entry.person() != null)
                        .findFirst()
                        .map(MatchSnapshot.SnapshotEntry::patient)
                        .orElse(null);
        joins.add(new Join(person, support, best, free));
    }
}

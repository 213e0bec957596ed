package hmnet.people.arrivals;

import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkRows.Cause;
import hmnet.people.links.ReviewState;
import hmnet.people.matching.Match;
import hmnet.people.matching.MatchOutcome;
import hmnet.people.matching.Matcher;
import hmnet.people.matching.SearchKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// One chart matched with all others as it arrives (到着時の名寄せ): joined with its like, or put before a
/// human.
@Component
public class ArrivalMatcher {
    private static final int ASKED_MAX = 3;
    private final Matcher matcher;
    private final Lookalikes lookalikes;
    private final GroupJoin groupJoin;
    private final ReviewRows reviews;
    private final LinkRows links;
    private final MovedResidents residents;

    ArrivalMatcher(
            Matcher matcher,
            Lookalikes lookalikes,
            GroupJoin groupJoin,
            ReviewRows reviews,
            LinkRows links,
            MovedResidents residents) {
        this.matcher = matcher;
        this.lookalikes = lookalikes;
        this.groupJoin = groupJoin;
        this.reviews = reviews;
        this.links = links;
        this.residents = residents;
    }

    private record MatchedSubject(MatchSubject other, Match match) {
        boolean speaksForOne() {
            return match.outcome() != MatchOutcome.SEPARATE;
        }
    }

    /// Inside the caller's transaction, one at a time in the whole centre.
    void match(MatchSubject arrived) {
        if (lookalikes.leftOut(arrived)) {
            lookalikes.forget(arrived);
            return;
        }
        var matchSubject = residents.of(arrived);
        var keys = matchSubject.keys();
        lookalikes.keep(matchSubject, keys);
        var home = group(matchSubject);
        contradiction(matchSubject, home);
        heldMerge(matchSubject);
        var asked = 0;
        for (var like : likenesses(matchSubject, keys)) {
            if (!home.holds(like.other()) && asked < ASKED_MAX) {
                var other = group(like.other());
                if (lookalikes.joined(home, other)) {
                    continue;
                }
                var doubt = doubt(home, other, like);
                if (doubt.isEmpty()) {
                    home = groupJoin.merge(home, other, cause(like.match()));
                    reviews.answered(home, home);
                } else {
                    asked += ask(doubt.get(), home, other, matchSubject, like) ? 1 : 0;
                }
            }
        }
    }

    /// The surest first: who is linked without doubt is not asked about.
    private List<MatchedSubject> likenesses(MatchSubject matchSubject, SearchKeys keys) {
        var crowded = lookalikes.crowded(keys);
        var own = crowded ? matchSubject.withoutPhone() : matchSubject;
        return compared(own, lookalikes.of(matchSubject, keys)).stream()
                .filter(MatchedSubject::speaksForOne)
                .sorted(Comparator.comparing(
                                (MatchedSubject like) -> like.match().outcome())
                        .thenComparingDouble(like -> -like.match().score())
                        .thenComparing(like -> like.other().key()))
                .toList();
    }

    private List<MatchedSubject> compared(MatchSubject matchSubject, List<MatchSubject> others) {
        var matches = matcher.compare(
                matchSubject.said(), others.stream().map(MatchSubject::said).toList());
        var known = matchSubject.now() != null || others.stream().anyMatch(other -> other.now() != null);
        var current = known
                ? matcher.compare(
                        matchSubject.current(),
                        others.stream().map(MatchSubject::current).toList())
                : matches;
        return IntStream.range(0, others.size())
                .mapToObj(i -> new MatchedSubject(
                        others.get(i), lifted(matchSubject, others.get(i), matches.get(i), current.get(i))))
                .toList();
    }

    private static Match lifted(MatchSubject matchSubject, MatchSubject other, Match own, Match current) {
        return MovedResidents.lifted(own, current, MovedResidents.sameGiven(matchSubject.current(), other.current()));
    }

    /// A chart that is linked and resembles nobody it is linked with: a link is never undone unseen.
    private void contradiction(MatchSubject matchSubject, PersonGroup home) {
        var others = home.sides().stream()
                .filter(other ->
                        !other.key().equals(matchSubject.key()) && !other.said().bare())
                .toList();
        var compared = matchSubject.said().bare() ? List.<MatchedSubject>of() : compared(matchSubject, others);
        if (!compared.isEmpty() && compared.stream().noneMatch(MatchedSubject::speaksForOne)) {
            var nearest = compared.stream()
                    .max(Comparator.comparingDouble(like -> like.match().score()))
                    .orElseThrow();
            reviews.ask(ReviewReason.CONTRADICTION, matchSubject, nearest.other(), nearest.match());
        }
    }

    /// The facility merged this chart into one from which a human keeps it apart: that is for a human.
    private void heldMerge(MatchSubject matchSubject) {
        if (matchSubject.patient() == null) {
            return;
        }
        lookalikes.mergedInto(matchSubject.patient()).ifPresent(into -> {
            var apart = matchSubject.person() != null
                    && into.person() != null
                    && !matchSubject.person().equals(into.person());
            var match =
                    matcher.compare(matchSubject.said(), List.of(into.said())).getFirst();
            reviews.ask(apart ? ReviewReason.PERSONS : ReviewReason.CONTRADICTION, matchSubject, into, match);
        });
    }

    private Optional<ReviewReason> doubt(PersonGroup home, PersonGroup other, MatchedSubject like) {
        var clashes = home.sides().stream()
                .mapToInt(matchSubject -> (int) compared(matchSubject, other.sides()).stream()
                        .filter(pair -> pair.match().contradictory())
                        .count())
                .sum();
        var compared = home.sides().size() * other.sides().size();
        return ReviewReason.of(like.match().outcome(), home, other, clashes, compared, parted(home, other));
    }

    /// Whether a human has said that these are two.
    private boolean parted(PersonGroup home, PersonGroup other) {
        if (reviews.between(home, other).stream().anyMatch(asked -> asked.state() == ReviewState.DIFFERENT)) {
            return true;
        }
        var patients = new ArrayList<MatchSubject>(home.sides());
        patients.addAll(other.sides());
        return links
                .partedByHumans(patients.stream()
                        .map(MatchSubject::patient)
                        .filter(Objects::nonNull)
                        .toList())
                .stream()
                .anyMatch(parted -> other.isOf(parted.person()) && home.holdsPatient(parted.patient())
                        || home.isOf(parted.person()) && other.holdsPatient(parted.patient()));
    }

    /// One question for two groups; what was decided about them is asked again only when this pair changed.
    private boolean ask(
            ReviewReason reviewReason,
            PersonGroup home,
            PersonGroup other,
            MatchSubject matchSubject,
            MatchedSubject like) {
        var before = reviews.between(home, other);
        var pair = MatchSubject.pair(matchSubject, like.other());
        var decided = before.stream()
                .anyMatch(asked -> asked.state() == ReviewState.DIFFERENT
                        && before.stream().noneMatch(own -> own.pair().equals(pair)));
        if (decided
                || before.stream()
                        .anyMatch(
                                asked -> asked.state().waits() && !asked.pair().equals(pair))) {
            return false;
        }
        reviews.ask(reviewReason, matchSubject, like.other(), like.match());
        return true;
    }

    private PersonGroup group(MatchSubject matchSubject) {
        return matchSubject.person() == null
                ? new PersonGroup(null, List.of(matchSubject))
                : new PersonGroup(matchSubject.person(), lookalikes.members(matchSubject.person()));
    }

    private Cause cause(Match match) {
        return Cause.matched("match", match.score(), reviews.written(match.evidence()));
    }
}

package hmnet.people.matching;

/// Charts joined into persons, best evidence first, each join held against all that both sides know (連結).
final class ClusterLinks {
    private static final int MEMBERS_COMPARED = 24;

    private final Scores scores;
    private final Clusters clusters;
    private final Comparison comparison;

    ClusterLinks(Roster roster, Scores scores) {
        this.scores = scores;
        this.clusters = new Clusters(roster.size());
        this.comparison = new Comparison(roster);
    }

    Clusters run() {
        var order = scores.descending(scores.policy.link());
        for (var pair : order) {
            var a = clusters.of(scores.smaller(pair));
            var b = clusters.of(scores.larger(pair));
            if (a != b && scores.outcome(pair) == MatchOutcome.LINK && compatible(a, b)) {
                clusters.merge(a, b);
            }
        }
        return clusters;
    }

    /// One odd member may be a slip; when more than a third of the pairs contradict, these are two persons.
    private boolean compatible(int a, int b) {
        var compared = 0;
        var conflicts = 0;
        var left = 0;
        for (var i = a; i >= 0 && left < MEMBERS_COMPARED; i = clusters.next(i), left++) {
            var right = 0;
            for (var j = b; j >= 0 && right < MEMBERS_COMPARED; j = clusters.next(j), right++) {
                compared++;
                conflicts += scores.policy.conflict(comparison.pattern(i, j)) ? 1 : 0;
            }
        }
        return conflicts * 3 <= compared;
    }
}

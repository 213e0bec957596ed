package hmnet.people.matching;

import java.util.List;

/// Two charts compared (照合結果): how likely they are one person, what follows, and why.
///
/// @param contradictory known given names or birth dates differ wholly, however much else they share
public record Match(double score, MatchOutcome outcome, boolean contradictory, List<Evidence> evidence) {
    private static final double LIKELY = 100.0 / 101;

    /// Whether a hundred to one speak for one person, though nobody may be asked about it.
    public boolean likely() {
        return score >= LIKELY;
    }
}

package hmnet.exchange.personquery;

import java.util.List;

/// The result of a match (照合結果).
public sealed interface Likenesses {
    /// The likeliest first; empty when nobody resembles.
    record Graded(List<Likeness> likenesses) implements Likenesses {}

    /// Neither a number nor a birth date nor a telephone number was given.
    record TooVague() implements Likenesses {}

    /// The question held an individual number (個人番号); nothing of it was kept.
    record IndividualNumber() implements Likenesses {}

    /// The caller was told of far more people in this hour than is usual (照会の上限).
    record OverLimit() implements Likenesses {}

    /// Somebody who resembles whom a caller described (照合の候補).
    ///
    /// @param score between 0 and 1
    public record Likeness(Candidate candidate, double score, Grade grade) {
        /// As FHIR's match-grade has it; who is certainly not is not told.
        public enum Grade {
            CERTAIN,
            PROBABLE,
            POSSIBLE
        }
    }
}

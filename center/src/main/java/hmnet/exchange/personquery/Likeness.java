package hmnet.exchange.personquery;

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

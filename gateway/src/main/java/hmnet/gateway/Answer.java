package hmnet.gateway;

/// What the centre answered for one file (受領応答): said only after the file stands on its disk.
public record Answer(String id, String path, Outcome outcome, String reason) {
    /// Kept for the first time, known already, or not taken.
    public enum Outcome {
        KEPT,
        DUPLICATE,
        REFUSED
    }
}

package hmnet.ground.keys;

/// What was sealed before the database knew its keys (鍵の証拠): it opens under the right ones only.
public interface KeyEvidence {
    /// @throws UnusableKey when it does not open
    void demand();
}

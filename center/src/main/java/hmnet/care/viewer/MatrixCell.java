package hmnet.care.viewer;

/// How much one facility did in one month (施設・月の件数).
///
/// @param path the time line of just that
/// @param chosen whether the list below shows just that
public record MatrixCell(int count, String path, boolean chosen) {
    /// The shade: 1 for a single entry to 4 for twenty or more.
    public int shade() {
        return count >= 20 ? 4 : count >= 8 ? 3 : count >= 3 ? 2 : 1;
    }
}

package hmnet.ground.figures;

/// A queue whose oldest entry is watched (処理待ち). The module that owns the tables declares it as a bean.
///
/// @param queue its name in the figures, `a-z` and `-`
/// @param oldest a query of one column: since when the oldest entry waits; no row when nothing waits. It is asked at
///     each reading, so an index answers it
public record WatchedQueue(String queue, String oldest) {}

package hmnet.ground.figures;

import java.util.Map;

/// What one look at the database found (データベースの様子).
///
/// @param up whether it answered in time
/// @param ahead seconds by which this machine's clock is ahead of the database's; NaN when unknown
/// @param oldest seconds for which the oldest entry of each queue waits, 0 when nothing does; NaN when unknown
record DatabaseLook(boolean up, double ahead, Map<String, Double> oldest) {
    static final DatabaseLook DOWN = new DatabaseLook(false, Double.NaN, Map.of());

    double oldest(String queue) {
        return oldest.getOrDefault(queue, Double.NaN);
    }
}

package hmnet.gateway.box;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which files have stopped changing (書込み終了の判定): looked at again after the quiet time, they look the
/// same. An empty one has six times as long: some systems make the name first.
final class Stillness {
    private static final int EMPTY = 6;
    /// So many at once; the others have their turn when these are taken.
    private static final int MOST = 10_000;

    private final long quietNanos;
    private Map<String, Since> looks = new HashMap<>();
    private Map<String, Since> round = new HashMap<>();

    private record Since(FileGlance look, long nanos) {}

    Stillness(Duration quiet) {
        this.quietNanos = quiet.toNanos();
    }

    /// Begins a round over the folder; what is not looked at in it is forgotten.
    void begin() {
        round = new HashMap<>();
    }

    /// Whether there is room for one more file in this round.
    boolean room() {
        return round.size() < MOST;
    }

    void look(FileGlance fileGlance, long nowNanos) {
        var before = looks.get(fileGlance.name());
        round.put(
                fileGlance.name(),
                before != null && before.look().equals(fileGlance) ? before : new Since(fileGlance, nowNanos));
    }

    /// Those that are still, the first changed first.
    List<FileGlance> still(long nowNanos) {
        looks = round;
        var still = new ArrayList<FileGlance>();
        for (var since : looks.values()) {
            var wanted = since.look().size() == 0 ? EMPTY * quietNanos : quietNanos;
            if (nowNanos - since.nanos() >= wanted) {
                still.add(since.look());
            }
        }
        still.sort(Comparator.comparingLong(FileGlance::changedAt).thenComparing(FileGlance::name));
        return still;
    }
}

package hmnet.bench.drill;

import hmnet.bench.stage.Digest;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Stage;
import hmnet.gateway.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/// The same tree in order, backwards, shuffled and twice (順不同・重複送信): whatever the order, the charts
/// are the same.
final class ShuffleDrill implements StageDrill {
    @Override
    public int people(DrillSettings asked) {
        return asked.people(24);
    }

    /// The hardest first, so that a drill of one time still plays it.
    private enum FileOrder {
        TWICE,
        BACKWARDS,
        SHUFFLED;

        List<StorageFile> of(List<StorageFile> files, long seed) {
            return switch (this) {
                case TWICE -> twice(files, seed);
                case BACKWARDS -> files.reversed();
                case SHUFFLED -> shuffled(files, seed);
            };
        }
    }

    /// @param asked its times are how many orders are tried
    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var inOrder = stage.undisturbed();
        var orders = List.of(FileOrder.values()).subList(0, Math.min(asked.times(3), FileOrder.values().length));
        var equal = true;
        var told = new ArrayList<Object>(List.of("files", Hospital.files(stage.hospitals())));
        for (var order : orders) {
            var same = digest(stage, files -> order.of(files, asked.seed())).equals(inOrder);
            equal &= same;
            told.addAll(List.of(order.name().toLowerCase(Locale.ROOT), word(same)));
        }
        return Verdict.of("shuffle", asked.seed(), equal, told.toArray());
    }

    static String word(boolean equal) {
        return equal ? "equal" : "different";
    }

    private static Digest digest(Stage stage, UnaryOperator<List<StorageFile>> order) throws IOException {
        try (var centre = stage.centre()) {
            Load.send(
                    centre,
                    stage.hospitals().stream()
                            .map(hospital -> hospital.with(order.apply(hospital.files())))
                            .toList());
            return centre.digest();
        }
    }

    private static List<StorageFile> shuffled(List<StorageFile> files, long seed) {
        var shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<StorageFile> twice(List<StorageFile> files, long seed) {
        var both = new ArrayList<>(files);
        both.addAll(files);
        return shuffled(both, seed + 1);
    }
}

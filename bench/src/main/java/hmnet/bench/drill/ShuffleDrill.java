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
import java.util.Random;
import java.util.function.UnaryOperator;

/// The same tree in order, backwards, shuffled and twice (順不同・重複送信): whatever the order, the charts
/// are the same.
final class ShuffleDrill implements StageDrill {
    @Override
    public int people(DrillSettings asked) {
        return asked.people(24);
    }

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var inOrder = stage.undisturbed();
        var backwards = digest(stage, List::reversed);
        var shuffled = digest(stage, files -> shuffled(files, asked.seed()));
        var twice = digest(stage, files -> twice(files, asked.seed()));
        var equal = backwards.equals(inOrder) && shuffled.equals(inOrder) && twice.equals(inOrder);
        return Verdict.of(
                "shuffle",
                asked.seed(),
                equal,
                "files",
                Hospital.files(stage.hospitals()),
                "backwards",
                word(backwards.equals(inOrder)),
                "shuffled",
                word(shuffled.equals(inOrder)),
                "twice",
                word(twice.equals(inOrder)));
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

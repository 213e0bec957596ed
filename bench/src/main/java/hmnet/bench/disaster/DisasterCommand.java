package hmnet.bench.disaster;

import hmnet.bench.rehearsal.RehearsalCommand;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A disaster in an empty centre of its own (災害時モードの訓練の実行): `./hmnet drill disaster` runs it, with the centre on the
/// class path.
public final class DisasterCommand {
    private DisasterCommand() {}

    /// @param arguments how many residents come to be looked at, and the seed
    public static void main(String... arguments) throws IOException {
        var residents = Integer.parseInt(arguments[0]);
        var seed = Long.parseLong(arguments[1]);
        RehearsalCommand.inACentre(centre -> {
            try (var disaster = new DisasterRun(centre)) {
                System.out.println(disaster.play(residents, seed));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

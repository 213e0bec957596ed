package hmnet.bench.reviews;

import hmnet.bench.rehearsal.RehearsalCommand;
import java.io.IOException;

/// A day of dispatches in an empty centre of its own (審査の負荷の訓練の実行): `./hmnet drill reviews` runs it, with the centre on
/// the class path.
public final class ReviewsCommand {
    private ReviewsCommand() {}

    /// @param arguments how many dispatches, the seed, and the shares of the doors or an empty word
    public static void main(String... arguments) throws IOException {
        var dispatches = Integer.parseInt(arguments[0]);
        var seed = Long.parseLong(arguments[1]);
        var shares = DoorShares.of(arguments[2]);
        RehearsalCommand.inACentre(centre -> System.out.println(new ReviewDay(centre).play(dispatches, shares, seed)));
    }
}

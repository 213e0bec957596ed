package hmnet.bench.rehearsal;

import hmnet.people.links.LinkageCheck;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Random sequences of all that can happen to links, consents and cards (紐付けの演習): the state is the one
/// that what survives adds up to, and what is taken back leaves nothing behind.
final class Rehearsal {
    private static final int STEPS = 60;
    private static final int UNDONE = 6;
    private static final int EACH_STEP = 5;

    private final Doors doors;
    private final Consumer<String> told;

    /// @param centre a centre for rehearsing alone: people and facilities stay in it, and its whole region is
    ///     matched anew
    Rehearsal(BeanFactory centre, Consumer<String> told) {
        this.doors = Doors.of(centre);
        this.told = told;
    }

    /// How it went.
    ///
    /// @param differing sequences whose state was another one than it had to be
    record RehearsalResult(int sequences, int steps, int undone, int differing) {
        @Override
        public String toString() {
            return "rehearsed: sequences=" + sequences + " steps=" + steps + " undone=" + undone + " differing="
                    + differing;
        }
    }

    /// Refuses a centre in which anybody takes part already.
    RehearsalResult run(int times, long seed) {
        if (!doors.facilities().all().isEmpty()) {
            throw new IllegalStateException("A rehearsal plays in an empty centre of its own; this one has facilities");
        }
        var seeds = new SplittableRandom(seed);
        var steps = 0;
        var undone = 0;
        var differing = 0;
        for (var n = 0; n < times; n++) {
            var sequence = new Sequence(doors, seeds.nextLong());
            var differences = sequence.play(STEPS, n % EACH_STEP == 0);
            steps += STEPS;
            if (differences.isEmpty()) {
                var back = sequence.undo(UNDONE);
                undone += back.undone();
                differences = back.differences();
            }
            if (differences.isEmpty()) {
                differences = unsound();
            }
            if (!differences.isEmpty()) {
                differing++;
                told.accept("sequence " + n + " of seed " + seed);
                differences.forEach(told);
            }
        }
        return new RehearsalResult(times, steps, undone, differing);
    }

    private List<String> unsound() {
        var accounts = doors.accounts();
        var found = new LinkageCheck(
                        new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword()))
                .run();
        return found.sound() ? List.of() : List.of(found.toString());
    }
}

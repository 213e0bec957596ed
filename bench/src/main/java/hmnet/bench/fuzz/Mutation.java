package hmnet.bench.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// One way to damage a file (壊し方).
enum Mutation {
    LINE_DOUBLED(Force.GENTLE, Lines::doubled),
    LINE_REMOVED(Force.GENTLE, Lines::removed),
    LINE_MOVED(Force.GENTLE, Lines::moved),
    LINE_ENDS(Force.GENTLE, Lines::ends),
    COLUMNS_SWAPPED(Force.GENTLE, Columns::swapped),
    COLUMN_REMOVED(Force.GENTLE, Columns::removed),
    COLUMN_DOUBLED(Force.GENTLE, Columns::doubled),
    COLUMN_EMPTIED(Force.GENTLE, Columns::emptied),
    COLUMN_BORROWED(Force.GENTLE, Columns::borrowed),
    COLUMN_REPLACED(Force.GENTLE, Columns::replaced),
    NUMBER(Force.GENTLE, OddValues::number),
    DATE(Force.GENTLE, OddValues::date),
    CUT(Force.ROUGH, TrialRuns::cut),
    BITS(Force.ROUGH, TrialRuns::bits),
    INSERTED(Force.ROUGH, TrialRuns::inserted),
    OVERWRITTEN(Force.ROUGH, TrialRuns::overwritten),
    RUN_DOUBLED(Force.ROUGH, TrialRuns::doubled),
    RUN_REMOVED(Force.ROUGH, TrialRuns::removed),
    RUNS_SWAPPED(Force.ROUGH, TrialRuns::swapped),
    LINES_SHUFFLED(Force.ROUGH, Lines::shuffled),
    SEPARATOR(Force.ROUGH, Columns::separator),
    WORD(Force.ROUGH, OddValues::word),
    CHARSET(Force.ROUGH, Characters::mixed),
    WHOLE_CHARSET(Force.ROUGH, Characters::whole),
    ESCAPES(Force.ROUGH, Characters::escapes),
    NESTED(Force.FLOOD, Floods::nested),
    LINE_REPEATED(Force.FLOOD, Floods::line),
    PIECE_REPEATED(Force.FLOOD, Floods::piece),
    SEPARATOR_REPEATED(Force.FLOOD, Floods::separator);

    /// Done by a fixed seed; bytes are never empty.
    @FunctionalInterface
    interface Change {
        byte[] of(byte[] bytes, Random random);
    }

    /// How much of a file is left of its format (強さ).
    private enum Force {
        /// Other lines, columns, numbers.
        GENTLE,
        /// Anything.
        ROUGH,
        /// As much as before and a hundred thousand times something.
        FLOOD
    }

    private static final List<Mutation> GENTLE = of(Force.GENTLE);
    private static final List<Mutation> ANY =
            Stream.of(values()).filter(each -> each.force != Force.FLOOD).toList();
    private static final List<Mutation> FLOODS = of(Force.FLOOD);

    private final Force force;
    private final Change change;

    Mutation(Force force, Change change) {
        this.force = force;
        this.change = change;
    }

    private static List<Mutation> of(Force force) {
        return Stream.of(values()).filter(each -> each.force == force).toList();
    }

    byte[] of(byte[] bytes, Random random) {
        return bytes.length == 0 ? bytes : change.of(bytes, random);
    }

    static Mutation gentle(Random random) {
        return GENTLE.get(random.nextInt(GENTLE.size()));
    }

    static Mutation any(Random random) {
        return ANY.get(random.nextInt(ANY.size()));
    }

    static Mutation flood(Random random) {
        return FLOODS.get(random.nextInt(FLOODS.size()));
    }
}

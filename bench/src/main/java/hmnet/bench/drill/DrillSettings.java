package hmnet.bench.drill;

/// What a drill was asked for (訓練の条件); 0 and empty are as the drill itself thinks right.
///
/// @param shares of the emergency doors, as `DoorShares` reads them
public record DrillSettings(int times, long seed, int people, String shares) {
    public DrillSettings(int times, long seed, int people) {
        this(times, seed, people, "");
    }

    int times(int usual) {
        return times == 0 ? usual : times;
    }

    int people(int usual) {
        return people == 0 ? usual : people;
    }
}

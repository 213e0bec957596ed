package hmnet.bench.drill;

/// What a drill was asked for (訓練の条件); 0 is as the drill itself thinks right.
record DrillSettings(int times, long seed, int people) {
    int times(int usual) {
        return times == 0 ? usual : times;
    }

    int people(int usual) {
        return people == 0 ? usual : people;
    }
}

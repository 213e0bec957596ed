package hmnet.gateway.box;

import java.time.Duration;

/// Work that is repeated (繰返し作業): a failure of one round is reported, and the next round starts.
final class Rounds implements Runnable {
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private final String name;
    private final Alarms alarms;
    private final Round round;

    /// One round; says how long to rest after it.
    interface Round {
        Duration once() throws InterruptedException;
    }

    private Rounds(String name, Alarms alarms, Round round) {
        this.name = name;
        this.alarms = alarms;
        this.round = round;
    }

    static Thread of(String name, Alarms alarms, Round round) {
        return Thread.ofPlatform().daemon().name(name).unstarted(new Rounds(name, alarms, round));
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(once());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration once() throws InterruptedException {
        try {
            var rest = round.once();
            alarms.over("internal " + name);
            return rest;
        } catch (RuntimeException e) {
            alarms.raise("internal " + name, String.valueOf(e));
            return AFTER_TROUBLE;
        }
    }
}

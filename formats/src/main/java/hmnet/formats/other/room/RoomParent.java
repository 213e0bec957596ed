package hmnet.formats.other.room;

import java.time.Duration;
import java.util.Optional;

/// The process that opened a room (検査室を開いたセンター): when it is gone, the room ends, whatever it is at. One that hangs
/// would never find out by itself that nobody asks any more.
final class RoomParent {
    private static final int ALONE = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private RoomParent() {}

    static void endWithIt() {
        var opener = pid();
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            await(opener);
            Runtime.getRuntime().halt(ALONE);
        });
    }

    /// A dead process stays in the system's table until somebody takes its word; its children have another parent at
    /// once.
    private static void await(Optional<Long> opener) {
        try {
            while (pid().equals(opener)) {
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Long> pid() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }
}

package hmnet.gateway.box;

import hmnet.gateway.Door;
import hmnet.gateway.spool.Spool;
import hmnet.gateway.spool.Spool.QueuedEntry;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One source on its way to the centre (送信経路): what waits, in its order, and what was set aside. One that
/// stands still holds up no other.
record Lane(String name, Door door, Spool waiting, Spool aside) implements AutoCloseable {
    /// Sets the entry aside before it leaves the queue.
    void setAside(QueuedEntry queued, String why) throws IOException {
        aside.keep(queued.entry().noting(why));
    }

    /// Everything set aside goes back into the queue, at its end. Returns how many.
    int putBack() throws IOException {
        var count = 0;
        for (var held = aside.head(1, 0); !held.isEmpty(); held = aside.head(1, 0)) {
            waiting.keep(held.getFirst().entry().noting(""));
            aside.done(held.getFirst().next(), 1);
            count++;
        }
        return count;
    }

    /// How it is.
    ///
    /// @param lastSentAt when the centre last took something; null before it did
    /// @param examples so many of what was set aside are named
    Status.Of status(@Nullable Instant lastSentAt, int examples) throws IOException {
        return new Status.Of(
                name,
                waiting.waiting(),
                Status.text(waiting.oldest()),
                Status.text(lastSentAt),
                aside.waiting(),
                aside.head(examples, 1 << 20).stream()
                        .map(queued ->
                                queued.entry().path() + ": " + queued.entry().note())
                        .toList());
    }

    @Override
    public void close() throws IOException {
        waiting.close();
        aside.close();
    }
}

package hmnet.gateway.box;

import hmnet.gateway.Door;
import hmnet.gateway.spool.QueuedEntry;
import hmnet.gateway.spool.Spool;
import java.io.IOException;

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

    @Override
    public void close() throws IOException {
        waiting.close();
        aside.close();
    }
}

package hmnet.record.vault;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// A stock of envelopes (封筒の備え). Their native parts are costly to make, and request threads come and go.
@Component
public class Envelopes {
    private final DataKeys keys;
    private final ConcurrentLinkedQueue<Envelope> idle = new ConcurrentLinkedQueue<>();

    public Envelopes(DataKeys keys) {
        this.keys = keys;
    }

    public <T> T with(Function<Envelope, T> work) {
        var envelope = idle.poll();
        if (envelope == null) {
            envelope = new Envelope(keys);
        }
        try {
            return work.apply(envelope);
        } finally {
            idle.add(envelope);
        }
    }
}

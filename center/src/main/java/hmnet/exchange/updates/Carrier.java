package hmnet.exchange.updates;

import java.io.IOException;
import java.time.OffsetDateTime;

/// A way by which subscribers are told (通知の手段).
public interface Carrier {
    Subscriber.Way way();

    /// As the profile calls it, such as `ITI-10`.
    String transaction();

    /// Calls a subscriber's machine and makes sure that it is that one.
    UpdateLine call(Subscriber to) throws IOException;

    /// One call; update after update.
    interface UpdateLine extends AutoCloseable {
        /// Tells of one patient: whether its acknowledgement takes it.
        ///
        /// @param id of the message, never the same twice
        /// @throws IOException when there is no acknowledgement of it: the line is no use any more
        boolean accepted(Update update, String id, OffsetDateTime at) throws IOException;

        @Override
        void close() throws IOException;
    }
}

package hmnet.gateway.spool;

import java.time.Instant;

/// One thing to be sent (送信待ちの一件): the name it goes under and its bytes as they came.
///
/// @param note why it was set aside; empty while it waits
@SuppressWarnings("ArrayRecordComponent") // written and sent, never compared
public record Entry(String path, String note, Instant at, byte[] bytes) {
    public Entry(String path, Instant at, byte[] bytes) {
        this(path, "", at, bytes);
    }

    public Entry noting(String why) {
        return new Entry(path, why, at, bytes);
    }
}

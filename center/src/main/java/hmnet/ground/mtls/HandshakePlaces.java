package hmnet.ground.mllp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The places for connections that have shown no certificate yet (接続直後の席). One address has few of them, and when
/// places run out whoever has waited longest at the address that holds most gives way: a hospital's handshake takes
/// milliseconds, and idle connections of others never shut it out.
final class HandshakePlaces {
    private final int each;
    private final int most;
    private final Map<ByteBuffer, Deque<Connection>> waiting = new HashMap<>();
    private int taken;

    HandshakePlaces(int each, int most) {
        this.each = each;
        this.most = most;
    }

    /// Gives a place to whoever came.
    ///
    /// @return whose place that was, to be closed; empty when there was a free one
    synchronized Optional<Connection> enter(InetAddress address, Connection connection) {
        var own = waiting.computeIfAbsent(line(address), _ -> new ArrayDeque<>());
        @Nullable Connection given = null;
        if (own.size() >= each) {
            given = own.poll();
        } else if (taken >= most) {
            given = waiting.values().stream()
                    .max(Comparator.comparingInt(Deque::size))
                    .orElseThrow()
                    .poll();
        } else {
            taken++;
        }
        own.add(connection);
        waiting.values().removeIf(Deque::isEmpty);
        return Optional.ofNullable(given);
    }

    /// Gives a place back, unless it was given to another already.
    synchronized void leave(InetAddress address, Connection connection) {
        var own = waiting.get(line(address));
        if (own != null && own.remove(connection)) {
            taken--;
            if (own.isEmpty()) {
                waiting.remove(line(address));
            }
        }
    }

    /// Of IPv6 the half that a provider gives to one customer.
    private static ByteBuffer line(InetAddress address) {
        var bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, Long.BYTES));
    }
}

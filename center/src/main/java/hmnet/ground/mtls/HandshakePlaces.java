package hmnet.ground.mtls;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The places for connections that have shown no certificate yet (接続直後の席). One address has few of them. When places
/// run out, one of the address that holds most gives way, of several such the one that waits longest: a hospital's
/// handshake takes milliseconds, and idle connections of others never shut it out.
///
/// @param <T> what holds a place
public final class HandshakePlaces<T> {
    private final int each;
    private final int most;
    private final Map<ByteBuffer, Deque<HandshakePlace<T>>> waiting = new HashMap<>();
    private int taken;
    private long arrivals;

    /// @param each places of one address
    /// @param most places of all
    public HandshakePlaces(int each, int most) {
        this.each = each;
        this.most = most;
    }

    private record HandshakePlace<T>(T holder, long arrival) {}

    /// Gives a place to whoever came.
    ///
    /// @return whose place that was, to be closed; empty when there was a free one
    public synchronized Optional<T> enter(InetAddress address, T holder) {
        var own = waiting.computeIfAbsent(line(address), _ -> new ArrayDeque<>());
        @Nullable HandshakePlace<T> given = null;
        if (own.size() >= each) {
            given = own.poll();
        } else if (taken >= most) {
            given = waiting.values().stream()
                    .filter(line -> !line.isEmpty())
                    .max(Comparator.<Deque<HandshakePlace<T>>>comparingInt(Deque::size)
                            .thenComparingLong(line -> -line.getFirst().arrival()))
                    .orElseThrow()
                    .poll();
        } else {
            taken++;
        }
        own.add(new HandshakePlace<>(holder, arrivals++));
        waiting.values().removeIf(Deque::isEmpty);
        return Optional.ofNullable(given).map(HandshakePlace::holder);
    }

    /// Gives a place back, unless it was given to another already.
    public synchronized void leave(InetAddress address, T holder) {
        var own = waiting.get(line(address));
        if (own != null && own.removeIf(place -> place.holder().equals(holder))) {
            taken--;
            if (own.isEmpty()) {
                waiting.remove(line(address));
            }
        }
    }

    /// Takes the places back of all that hold one and wait no longer.
    synchronized void keep(Predicate<T> waits) {
        waiting.values().forEach(line -> line.removeIf(place -> !waits.test(place.holder())));
        waiting.values().removeIf(Deque::isEmpty);
        taken = waiting.values().stream().mapToInt(Deque::size).sum();
    }

    /// Of IPv6 the half that a provider gives to one customer.
    static ByteBuffer line(InetAddress address) {
        var bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, Long.BYTES));
    }
}

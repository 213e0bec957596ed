package hmnet.gateway.box;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// When each connection is closed under its reader (接続の期限): one byte a minute does not outlast that.
final class ConnectionTimes {
    private final Map<Socket, Long> closesAt = new ConcurrentHashMap<>();

    int connections() {
        return closesAt.size();
    }

    /// Closes what is late, until the port is closed.
    void keepUntil(BooleanSupplier closed) {
        while (!closed.getAsBoolean()) {
            rest(Duration.ofMillis(500));
            var now = System.nanoTime();
            closesAt.forEach((socket, at) -> {
                if (now - at > 0) {
                    close(socket);
                }
            });
        }
    }

    void allow(Socket socket, Duration time) {
        closesAt.put(socket, System.nanoTime() + time.toNanos());
    }

    void end(Socket socket) {
        closesAt.remove(socket);
    }

    void closeAll() {
        closesAt.keySet().forEach(ConnectionTimes::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use either way
        }
    }

    static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package hmnet.ground.mllp;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.HandshakePlaces;
import hmnet.ground.mtls.Machine;
import hmnet.ground.mtls.MachineSockets;
import hmnet.ground.mtls.Machines;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// All connections of this node (電文接続の一覧), and their limits. Strangers at the handshake have places of
/// their own, so that they never take those of facilities.
@Component
class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration HANDSHAKE = Duration.ofSeconds(15);
    private static final int HANDSHAKES = 100;
    private static final int HANDSHAKES_OF_ONE_ADDRESS = 20;

    private final MachineSockets tls;
    private final Machines machines;
    private final TelegramListener listener;
    private final MllpSettings settings;
    private final HandshakePlaces<Connection> handshakes = new HandshakePlaces<>(HANDSHAKES_OF_ONE_ADDRESS, HANDSHAKES);
    private final Semaphore places;
    private final Map<FacilityId, Integer> taken = new ConcurrentHashMap<>();
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();

    Connections(MachineSockets tls, Machines machines, TelegramListener listener, MllpSettings settings) {
        this.tls = tls;
        this.machines = machines;
        this.listener = listener;
        this.settings = settings;
        this.places = new Semaphore(settings.connections());
    }

    /// Takes a connection on, on a virtual thread of its own. When too many are at the door the one that has waited
    /// longest is closed.
    void take(Socket socket) {
        var connection = new Connection(socket, machines, listener, settings, HANDSHAKE);
        handshakes.enter(socket.getInetAddress(), connection).ifPresent(late -> {
            LOG.debug("too many connections at the handshake: one closed");
            late.close();
        });
        all.add(connection);
        Thread.ofVirtual().name("mllp").start(() -> serve(connection, socket));
    }

    private void serve(Connection connection, Socket plain) {
        try {
            hold(connection, plain);
        } catch (IOException e) {
            LOG.debug("connection failed", e);
        } catch (RuntimeException e) {
            LOG.error("connection failed", e);
        } finally {
            all.remove(connection);
            connection.close();
        }
    }

    private void hold(Connection connection, Socket plain) throws IOException {
        SSLSocket socket;
        FacilityId facility;
        try {
            socket = tls.answering(plain);
            switch (connection.greet(socket)) {
                case Machine.Known known -> facility = known.facility();
                case Machine.Refused(var reason) -> {
                    connection.refuse(socket, reason);
                    return;
                }
            }
        } finally {
            handshakes.leave(plain.getInetAddress(), connection);
        }
        if (!enter(facility)) {
            LOG.warn("facility {} has too many connections, or all have: one closed", facility.value());
            return;
        }
        try {
            connection.converse(socket);
            connection.takeLeave(socket);
        } finally {
            leave(facility);
        }
    }

    private boolean enter(FacilityId facility) {
        if (!places.tryAcquire()) {
            return false;
        }
        if (taken.merge(facility, 1, Integer::sum) <= settings.facilityConnections()) {
            return true;
        }
        leave(facility);
        return false;
    }

    private void leave(FacilityId facility) {
        taken.computeIfPresent(facility, (id, count) -> count == 1 ? null : count - 1);
        places.release();
    }

    @Scheduled(fixedDelay = 500)
    void closeOverdue() {
        all.stream().filter(Connection::overdue).forEach(Connection::close);
    }

    /// A revocation ends a connection that says nothing, too.
    @Scheduled(fixedDelay = 5_000)
    void closeBarred() {
        all.stream().filter(Connection::barred).forEach(Connection::close);
    }

    /// Lets each finish the message it is at, for a while; then closes all.
    void end(Duration patience) throws InterruptedException {
        all.forEach(Connection::end);
        for (var until = System.nanoTime() + patience.toNanos(); !all.isEmpty() && System.nanoTime() < until; ) {
            Thread.sleep(50);
        }
        all.forEach(Connection::close);
    }
}

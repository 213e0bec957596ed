package hmnet.ground.mllp;

import hmnet.ground.database.UnsafeSetting;
import hmnet.ground.mtls.MachineSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The listening port for HL7 messages (電文接続口). Opens last and closes first; absent without a setting.
@Component
public class MllpPort implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MllpPort.class);
    private static final Duration LAST_MESSAGE = Duration.ofSeconds(5);
    private final MllpSettings settings;
    private final MachineSockets tls;
    private final Connections connections;
    private volatile @Nullable ServerSocket listening;

    MllpPort(MllpSettings settings, MachineSockets tls, Connections connections) {
        this.settings = settings;
        this.tls = tls;
        this.connections = connections;
    }

    /// The port that machines reach; empty when there is none.
    public OptionalInt port() {
        var socket = listening;
        return socket == null ? OptionalInt.empty() : OptionalInt.of(socket.getLocalPort());
    }

    @Override
    public void start() {
        var port = settings.port();
        if (port == null) {
            return;
        }
        if (!tls.ready()) {
            throw new UnsafeSetting("hmnet.mllp.port is set, but no certificates (hmnet.mtls.…): "
                    + "messages are heard over mutual TLS only.");
        }
        try {
            var socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), port), 200);
            listening = socket;
            Thread.ofPlatform().name("mllp-port").start(() -> accept(socket));
        } catch (IOException e) {
            throw new IllegalStateException("The port for HL7 messages cannot be opened: " + e.getMessage(), e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connections.take(socket.accept());
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("no connection taken: {}", String.valueOf(e.getMessage()));
                    rest();
                }
            }
        }
    }

    /// When no connection can be taken (no file handles left), asking again at once would only burn the
    /// processor.
    private static void rest() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var socket = listening;
        listening = null;
        if (socket == null) {
            return;
        }
        try {
            socket.close();
            connections.end(LAST_MESSAGE);
        } catch (IOException e) {
            LOG.warn("closing the port for HL7 messages", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }
}

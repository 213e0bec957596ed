package hmnet.exchange.auditfeed;

import hmnet.ground.mtls.Issued;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// An audit record repository that takes syslog over TLS (受信側の監査記録保管先): it demands the centre's certificate, reads
/// messages by their length and answers the end of a connection with an end, unless it is told to break it.
final class SyslogReceiver implements AutoCloseable {
    private final ServerSocket server;
    private final SSLContext context;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile int cutAfter = Integer.MAX_VALUE;
    private volatile boolean unanswering;
    private volatile boolean early;
    private final AtomicBoolean hanging = new AtomicBoolean();
    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    /// @param port 0 for any
    SyslogReceiver(Issued shown, X509Certificate trusted, int port) throws IOException {
        context = shown.serving(trusted);
        server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Whole messages, in the order in which they came.
    List<String> messages() {
        return List.copyOf(messages);
    }

    /// Breaks a connection after so many messages.
    void cutAfter(int count) {
        cutAfter = count;
    }

    /// Reads all of a connection, and breaks it instead of ending it.
    void answerNothing(boolean so) {
        unanswering = so;
    }

    /// Ends the connection in good order after the handshake, having read nothing, as one that is restarted.
    void endEarly(boolean so) {
        early = so;
    }

    /// Reads nothing more after the handshake, and keeps the connection.
    void hang(boolean so) {
        hanging.set(so);
    }

    /// How many connections that hung were ended by the other side.
    int ended() {
        return ended.get();
    }

    private void hang(SSLSocket socket) throws IOException {
        socket.startHandshake();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            while (socket.getInputStream().read() >= 0) {}
        } finally {
            ended.incrementAndGet();
        }
    }

    /// Those that hang read on.
    void wake() {
        over.countDown();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> read(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void read(Socket plain) {
        try (plain;
                var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true)) {
            socket.setUseClientMode(false);
            socket.setNeedClientAuth(true);
            if (early) {
                socket.startHandshake();
                plain.shutdownOutput();
                plain.getInputStream().readAllBytes();
                return;
            }
            if (hanging.get()) {
                hang(socket);
                return;
            }
            var in = new BufferedInputStream(socket.getInputStream());
            var left = cutAfter;
            for (var message = next(in); message != null && left > 0; message = next(in)) {
                messages.add(message);
                left--;
            }
            if (left == 0 || unanswering) {
                plain.setSoLinger(true, 0);
                plain.close();
            }
        } catch (IOException broken) {
            // The other side went away: what was read of a message is none.
        }
    }

    private static @Nullable String next(InputStream in) throws IOException {
        var length = 0;
        for (var c = in.read(); c != ' '; c = in.read()) {
            if (c < 0) {
                return null;
            }
            length = length * 10 + Character.digit(c, 10);
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
    }
}

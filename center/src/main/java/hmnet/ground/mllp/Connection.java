package hmnet.ground.mllp;

import hmnet.formats.base.mllp.Blocks;
import hmnet.formats.base.mllp.Blocks.Block;
import hmnet.ground.mtls.Machine;
import hmnet.ground.mtls.Machines;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One machine's connection (電文接続), message after message. Its times are kept by `Connections`, which
/// closes it under the reader: a sender of one byte a minute cannot outlast that.
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration ANSWERING = Duration.ofMinutes(1);
    private static final int LEAVING_MILLIS = 1_000;
    private final Socket plain;
    private final Machines machines;
    private final TelegramListener listener;
    private final MllpSettings settings;
    private volatile long closesAt;
    private volatile boolean answering;
    private volatile boolean ending;
    private volatile @Nullable X509Certificate shown;

    public Connection(
            Socket plain, Machines machines, TelegramListener listener, MllpSettings settings, Duration handshake) {
        this.plain = plain;
        this.machines = machines;
        this.listener = listener;
        this.settings = settings;
        allow(handshake);
    }

    private void allow(Duration time) {
        closesAt = System.nanoTime() + time.toNanos();
    }

    boolean overdue() {
        return System.nanoTime() - closesAt > 0;
    }

    /// Whether the certificate shown here counts no longer: revoked, expired, taken off the register.
    boolean barred() {
        var certificate = shown;
        return certificate != null && machines.of(certificate) instanceof Machine.Refused;
    }

    /// No message after this one; closed at once if there is none.
    void end() {
        ending = true;
        if (!answering) {
            close();
        }
    }

    void close() {
        try {
            plain.close();
        } catch (IOException e) {
            LOG.debug("closing", e);
        }
    }

    /// The machine behind the connection, once its handshake is done.
    Machine greet(SSLSocket socket) throws IOException {
        socket.startHandshake();
        var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        shown = certificate;
        return machines.of(certificate);
    }

    /// Tells a machine that may not speak here why, if it says something before its time at the door is up.
    void refuse(SSLSocket socket, String reason) throws IOException {
        if (blocks(socket, () -> {}).next() instanceof Block.Whole(var bytes)) {
            send(
                    Reply.refusing(MessageHead.of(bytes), new Fault("", Fault.Hl7ErrorCode.INTERNAL, reason)),
                    socket.getOutputStream());
        }
    }

    private Blocks blocks(SSLSocket socket, Runnable begun) throws IOException {
        return new Blocks(socket.getInputStream(), settings.maxBytes(), begun);
    }

    /// Hears and answers until one side has enough.
    void converse(SSLSocket socket) throws IOException {
        var blocks = blocks(socket, () -> allow(settings.message()));
        var out = socket.getOutputStream();
        while (!ending) {
            allow(settings.idle());
            switch (blocks.next()) {
                case Block.Whole(var bytes) -> answer(bytes, out);
                case Block.Bad(var head, var why, var ends) -> {
                    send(
                            Reply.refusing(
                                    MessageHead.of(head), new Fault("", Fault.Hl7ErrorCode.SEGMENT_SEQUENCE, why)),
                            out);
                    ending |= ends;
                }
                case Block.Ended(var why) -> {
                    LOG.debug("connection ended: {}", why);
                    return;
                }
            }
        }
    }

    /// Ends the speaking, and hears at most one message more, lest a reset overtake the last answer. Not left to
    /// `SSLSocket.close`, which goes on reading for as long as a sender goes on sending.
    void takeLeave(SSLSocket socket) throws IOException {
        allow(settings.message());
        socket.shutdownOutput();
        socket.setSoTimeout(LEAVING_MILLIS);
        var in = socket.getInputStream();
        var piece = new byte[8_192];
        for (var heard = 0; heard < settings.maxBytes(); ) {
            var read = in.read(piece);
            if (read < 0) {
                return;
            }
            heard += read;
        }
    }

    private void answer(byte[] bytes, OutputStream out) throws IOException {
        answering = true;
        allow(ANSWERING);
        try {
            switch (machines.of(Objects.requireNonNull(shown))) {
                case Machine.Known(var facility, var serial) -> {
                    for (var reply : listener.hear(facility, serial, bytes)) {
                        send(reply, out);
                    }
                }
                case Machine.Refused(var reason) -> {
                    send(
                            Reply.refusing(MessageHead.of(bytes), new Fault("", Fault.Hl7ErrorCode.INTERNAL, reason)),
                            out);
                    ending = true;
                }
            }
        } finally {
            answering = false;
        }
    }

    private void send(Reply reply, OutputStream out) throws IOException {
        allow(settings.message());
        out.write(Blocks.framed(reply.bytes()));
        out.flush();
    }
}

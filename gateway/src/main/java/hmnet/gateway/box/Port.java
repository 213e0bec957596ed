package hmnet.gateway.box;

import hmnet.formats.base.hl7.Limits;
import hmnet.formats.base.mllp.Blocks;
import hmnet.formats.base.mllp.Blocks.Block;
import hmnet.gateway.MutualTls;
import hmnet.gateway.spool.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.net.ssl.SSLServerSocket;

/// The port for HL7 messages of the facility's own systems (電文の受付口, MLLP). AA means: on this disk.
final class Port implements AutoCloseable {
    private static final String FULL = "spool-full mllp";
    private static final int BACKLOG = 50;
    private final PortSettings settings;
    private final Lane lane;
    private final Alarms alarms;
    private final Limits limits;
    private final ServerSocket listening;
    private final ConnectionTimes times = new ConnectionTimes();

    private Port(PortSettings settings, Lane lane, Alarms alarms, ServerSocket listening) {
        this.settings = settings;
        this.lane = lane;
        this.alarms = alarms;
        this.limits = new Limits(settings.maxBytes() + 1, 20_000, 500, 200, 200);
        this.listening = listening;
    }

    static Port open(PortSettings settings, Lane lane, Alarms alarms) throws IOException {
        var socket = settings.certificate() == null ? new ServerSocket() : overTls(settings);
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
        var port = new Port(settings, lane, alarms, socket);
        Thread.ofPlatform().daemon().name("mllp").start(port::accept);
        Thread.ofPlatform().daemon().name("mllp-times").start(() -> port.times.keepUntil(socket::isClosed));
        return port;
    }

    private static ServerSocket overTls(PortSettings settings) throws IOException {
        var certificate = Objects.requireNonNull(settings.certificate());
        var callers = settings.callers();
        var tls = MutualTls.of(
                callers == null ? certificate : callers, certificate, Objects.requireNonNull(settings.key()));
        var socket = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
        socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setNeedClientAuth(callers != null);
        return socket;
    }

    int number() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                if (times.connections() >= settings.connections()) {
                    socket.close();
                } else {
                    times.allow(socket, settings.message());
                    Thread.ofVirtual().start(() -> converse(socket));
                }
            } catch (IOException e) {
                ConnectionTimes.rest(Duration.ofMillis(200));
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            var blocks = new Blocks(
                    socket.getInputStream(), settings.maxBytes(), () -> times.allow(socket, settings.message()));
            var out = socket.getOutputStream();
            while (true) {
                times.allow(socket, settings.idle());
                switch (blocks.next()) {
                    case Block.Whole(var bytes) -> answer(bytes, out);
                    case Block.Bad(var head, var why, var ends) -> {
                        var heard = new ReceivedMessage(
                                head, null, new ReceivedMessage.Fault(ReceivedMessage.Word.AR, "100", why));
                        send(heard.answer(heard.fault()), out);
                        if (ends) {
                            return;
                        }
                    }
                    case Block.Ended(var why) -> {
                        return;
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            alarms.say("mllp: connection ended: " + e.getClass().getSimpleName());
        } finally {
            times.end(socket);
        }
    }

    private void answer(byte[] bytes, OutputStream out) throws IOException {
        var heard = ReceivedMessage.of(bytes, limits, settings.types());
        send(heard.answer(heard.fault() == null ? kept(heard) : heard.fault()), out);
    }

    /// Null when the message is on disk.
    private ReceivedMessage.@org.jspecify.annotations.Nullable Fault kept(ReceivedMessage heard) {
        try {
            lane.waiting().keep(new Entry(heard.name(), Instant.now(), heard.bytes()));
            alarms.over(FULL);
            return null;
        } catch (IOException e) {
            alarms.raise(FULL, e.getMessage() + "; messages are answered AR");
            return new ReceivedMessage.Fault(ReceivedMessage.Word.AR, "207", "cannot be kept now: send it again");
        }
    }

    private static void send(byte[] answer, OutputStream out) throws IOException {
        out.write(Blocks.framed(answer));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        times.closeAll();
    }
}

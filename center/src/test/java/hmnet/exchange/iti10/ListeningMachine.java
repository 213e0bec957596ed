package hmnet.exchange.iti10;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.mtls.Issued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A hospital's system that hears of changes (通知を受ける施設側): takes calls over TLS and says AA, or what
/// it is told to.
final class ListeningMachine implements AutoCloseable {
    private final SSLServerSocket socket;
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
    private volatile String says = "AA";
    private volatile boolean drips;

    ListeningMachine(Issued server, X509Certificate trusted) throws IOException {
        socket = (SSLServerSocket)
                server.serving(trusted).getServerSocketFactory().createServerSocket(0);
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    void say(String acknowledgement) {
        says = acknowledgement;
    }

    /// Answers to no end, a byte now and then, from now on.
    void drip() {
        drips = true;
    }

    /// The next message, or null when none comes in that time.
    @Nullable
    Message next(int seconds) throws InterruptedException {
        return heard.poll(seconds, TimeUnit.SECONDS);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var call = (SSLSocket) socket.accept()) {
                hear(call);
            } catch (IOException | BadMessage ended) {
                // The next call is another matter.
            }
        }
    }

    private void hear(SSLSocket call) throws IOException, BadMessage {
        for (var bytes = frame(call.getInputStream()); bytes.length > 0; bytes = frame(call.getInputStream())) {
            var message = Message.parse(bytes);
            var word = says; // as it was before the test hears and changes it
            heard.add(message);
            if (drips) {
                dripInto(call.getOutputStream());
            }
            var answer = "\u000BMSH|^~\\&|EHR|X|HMNET|HMNET|20261121||ACK|1|P|2.5\rMSA|" + word + "|"
                    + message.controlId() + "\r\u001C\r";
            call.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            call.getOutputStream().flush();
        }
    }

    private static void dripInto(OutputStream out) throws IOException {
        out.write(0x0B);
        while (true) {
            out.write('M');
            out.flush();
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private static byte[] frame(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (b == 0x1C) {
                out.write(b);
                return in.read() == 0x0D ? out.toByteArray() : new byte[0];
            }
            if (b != 0x0B) {
                out.write(b);
            }
        }
        return new byte[0];
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

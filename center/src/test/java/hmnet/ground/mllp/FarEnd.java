package hmnet.ground.mllp;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.ground.mtls.Issued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSocket;

/// A facility's machine at the other end of the line, byte by byte.
public final class FarEnd implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private final SSLSocket socket;

    public FarEnd(Issued issued, X509Certificate trusted, int port) throws IOException {
        socket = (SSLSocket) issued.tls(trusted).getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.startHandshake();
    }

    /// Segments as they are written by hand, in UTF-8.
    public Message ask(String... segments) throws IOException, BadMessage {
        return ask((String.join("\r", segments) + "\r").getBytes(StandardCharsets.UTF_8));
    }

    public Message ask(byte[] message) throws IOException, BadMessage {
        return Message.parse(say(message));
    }

    /// The answer's own bytes.
    public byte[] say(byte[] message) throws IOException {
        send(framed(message));
        return hear();
    }

    public static byte[] framed(byte[] message) {
        var out = new ByteArrayOutputStream();
        out.write(0x0B);
        out.writeBytes(message);
        out.write(0x1C);
        out.write(0x0D);
        return out.toByteArray();
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// One frame without its marks but the last; an error when the other side closes before.
    public byte[] hear() throws IOException {
        var in = socket.getInputStream();
        if (in.read() != 0x0B) {
            throw new IOException("closed, or no frame");
        }
        var out = new ByteArrayOutputStream();
        for (var b = in.read(); b != 0x1C; b = in.read()) {
            if (b < 0) {
                throw new IOException("closed within an answer");
            }
            out.write(b);
        }
        if (in.read() != 0x0D) {
            throw new IOException("an answer ends with CR");
        }
        out.write(0x1C);
        return out.toByteArray();
    }

    /// Whether the other side has ended the connection, within the patience of a read.
    public boolean ended() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

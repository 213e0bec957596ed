package hmnet.gateway.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.mllp.Blocks;
import hmnet.formats.base.mllp.Blocks.Block;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// A department's system that sends over MLLP (部門システム).
final class Caller implements AutoCloseable {
    private final Socket socket;
    private final Blocks answers;

    Caller(int port) throws IOException {
        this(port, SocketFactory.getDefault());
    }

    Caller(int port, SocketFactory sockets) throws IOException {
        socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        answers = new Blocks(socket.getInputStream(), 1 << 16, () -> {});
    }

    static String message(String controlId) {
        return "MSH|^~\\&|LIS|H|HMNET|HMNET|20261121120000||ADT^A08^ADT_A01|" + controlId
                + "|P|2.5||||||UNICODE UTF-8\r" + "PID|1||0012345||見本^花子\r";
    }

    /// The answer, "" when the line was cut instead.
    String ask(String message) throws IOException {
        return raw(Blocks.framed(message.getBytes(UTF_8)));
    }

    String raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return answers.next() instanceof Block.Whole(var answer) ? new String(answer, UTF_8) : "";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

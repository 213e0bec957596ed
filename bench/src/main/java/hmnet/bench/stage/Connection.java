package hmnet.bench.stage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.net.SocketFactory;

/// One connection to the centre (接続), of a browser or of a machine with its certificate, kept open between
/// questions. It does no more than it must, since the processor that the asker uses is lost to the centre on the
/// same machine.
public final class Connection implements AutoCloseable {
    private static final int LINE_MAX = 8192;
    private static final int BUFFER = 64 * 1024;

    private final URI centre;
    private final SocketOpening sockets;
    private final String host;
    private Socket socket;
    private InputStream answers;

    /// How a socket to the centre is made.
    public interface SocketOpening {
        Socket to(String host, int port) throws IOException;
    }

    /// @param header one more line of each request, such as a cookie; or empty
    public Connection(URI centre, SocketFactory sockets, String header) throws IOException {
        this(centre, sockets::createSocket, header);
    }

    /// The same over sockets of the caller's own making.
    public Connection(URI centre, SocketOpening sockets, String header) throws IOException {
        this.centre = centre;
        this.sockets = sockets;
        this.host = " HTTP/1.1\r\nHost: " + centre.getAuthority() + (header.isEmpty() ? "" : "\r\n" + header) + "\r\n";
        this.socket = connected();
        this.answers = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private Socket connected() throws IOException {
        var fresh = sockets.to(centre.getHost(), centre.getPort());
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(60_000);
        return fresh;
    }

    /// The result of one question.
    ///
    /// @param millis until its last byte was here
    public record Answer(double millis, int status, byte[] body) {}

    /// Asks; any answer but 200 ends the bench.
    public Answer open(String path) throws IOException {
        var answer = get(path);
        if (answer.status() != 200) {
            throw new IOException(path + " answered " + answer.status());
        }
        return answer;
    }

    /// Asks, whatever the answer.
    public Answer get(String path) throws IOException {
        return answer(("GET " + path + host + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Sends bytes, whatever the answer.
    public Answer post(String path, byte[] body) throws IOException {
        return post(path, "application/octet-stream", body);
    }

    /// Sends a form, whatever the answer.
    ///
    /// @param form encoded, field by field
    public Answer send(String path, String form) throws IOException {
        return post(path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer post(String path, String type, byte[] body) throws IOException {
        var head = ("POST " + path + host + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return answer(whole);
    }

    private Answer answer(byte[] request) throws IOException {
        if (socket.isClosed()) {
            socket = connected();
            answers = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
        var began = System.nanoTime();
        socket.getOutputStream().write(request);
        var status = line();
        if (!status.startsWith("HTTP/1.1 ")) {
            throw new IOException("no answer of HTTP: " + status);
        }
        var length = -1;
        var last = false;
        for (var header = line().toLowerCase(Locale.ROOT);
                !header.isEmpty();
                header = line().toLowerCase(Locale.ROOT)) {
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
            last |= header.equals("connection: close");
        }
        var body = length < 0 ? chunks() : answers.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The answer broke off after " + body.length + " of " + length + " bytes");
        }
        var millis = (System.nanoTime() - began) / 1e6;
        if (last) {
            socket.close();
        }
        return new Answer(millis, Integer.parseInt(status.substring(9, 12)), body);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(answers.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0 || line.length() > LINE_MAX) {
                throw new EOFException("The answer broke off after: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

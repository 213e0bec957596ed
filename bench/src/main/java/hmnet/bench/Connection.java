package hmnet.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One browser's connection (接続), kept open between pages. It does no more than it must, since the processor that
/// the sender uses is lost to the centre on the same machine.
final class Connection implements AutoCloseable {
    private static final int LINE_MAX = 8192;

    private final Socket socket;
    private final InputStream answers;
    private final String headers;

    Connection(Doctor doctor) throws IOException {
        this.socket = new Socket(doctor.url().getHost(), doctor.url().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        this.answers = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.headers =
                " HTTP/1.1\r\nHost: " + doctor.url().getAuthority() + "\r\nCookie: " + doctor.cookie() + "\r\n\r\n";
    }

    /// Opens a page and returns how long its last byte took, in milliseconds.
    double open(String path) throws IOException {
        var began = System.nanoTime();
        socket.getOutputStream().write(("GET " + path + headers).getBytes(StandardCharsets.US_ASCII));
        var status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(path + " answered " + status);
        }
        answers.skipNBytes(length(path));
        return (System.nanoTime() - began) / 1e6;
    }

    private long length(String path) throws IOException {
        var length = -1L;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length < 0) {
            throw new IOException(path + " answered without its length");
        }
        return length;
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

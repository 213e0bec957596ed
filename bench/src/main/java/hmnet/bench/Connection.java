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
    private static final int BUFFER = 64 * 1024;

    private final Doctor doctor;
    private final String headers;
    private Socket socket;
    private InputStream answers;

    Connection(Doctor doctor) throws IOException {
        this.doctor = doctor;
        this.headers =
                " HTTP/1.1\r\nHost: " + doctor.url().getAuthority() + "\r\nCookie: " + doctor.cookie() + "\r\n\r\n";
        this.socket = connected();
        this.answers = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private Socket connected() throws IOException {
        var fresh = new Socket(doctor.url().getHost(), doctor.url().getPort());
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(60_000);
        return fresh;
    }

    /// Opens a page and returns how long its last byte took, in milliseconds.
    double open(String path) throws IOException {
        var began = System.nanoTime();
        socket.getOutputStream().write(("GET " + path + headers).getBytes(StandardCharsets.US_ASCII));
        var status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(path + " answered " + status);
        }
        var length = -1L;
        var last = false;
        for (var header = line().toLowerCase(Locale.ROOT);
                !header.isEmpty();
                header = line().toLowerCase(Locale.ROOT)) {
            if (header.startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
            last |= header.equals("connection: close");
        }
        if (length < 0) {
            throw new IOException(path + " answered without its length");
        }
        answers.skipNBytes(length);
        var millis = (System.nanoTime() - began) / 1e6;
        if (last) {
            socket.close();
            socket = connected();
            answers = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
        return millis;
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

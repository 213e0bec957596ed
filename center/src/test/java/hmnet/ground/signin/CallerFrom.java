package hmnet.ground.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whoever calls the centre from an address of its own (発信元つきの要求), byte by byte: with any Host and any
/// header a proxy might write, or somebody who plays one. All of 127.0.0.0/8 is this machine.
record CallerFrom(String address, int port) {
    /// An answer as it came.
    record RawAnswer(String text) {
        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        List<String> all(String header) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, header + ":", 0, header.length() + 1))
                    .map(line -> line.substring(header.length() + 1).strip())
                    .toList();
        }

        String header(String name) {
            return String.join("\n", all(name));
        }
    }

    RawAnswer get(String path, String host, String... headers) {
        return send("GET " + path, host, "", headers);
    }

    RawAnswer post(String path, String host, Map<String, String> form, String... headers) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST " + path, host, body, headers);
    }

    private RawAnswer send(String asked, String host, String body, String... headers) {
        var head = new StringBuilder(
                asked + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nAccept: text/html\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            return new RawAnswer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

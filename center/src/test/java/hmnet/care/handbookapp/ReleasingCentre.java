package hmnet.care.handbookapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/// The centre behind an address at which a new release comes out while a browser looks (新しい版が出るセンター): another
/// heading on the page, and with it another version in the worker.
final class ReleasingCentre implements AutoCloseable {
    private static final List<String> PASSED =
            List.of("Content-Type", "Content-Security-Policy", "Cache-Control", "Service-Worker-Allowed");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final int centre;
    private volatile String release = "";

    ReleasingCentre(int centre) throws IOException {
        this.centre = centre;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", this::pass);
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    void release(String words) {
        release = words;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + centre + exchange.getRequestURI()))
                    .header("Accept", "*/*")
                    .header("Accept-Language", "ja")
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            PASSED.forEach(name -> answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
            var body = released(exchange.getRequestURI().getPath(), answer.body());
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private byte[] released(String path, byte[] body) {
        if (release.isEmpty()) {
            return body;
        }
        var text = new String(body, StandardCharsets.UTF_8);
        return switch (path) {
            case "/handbook/kept" -> text.replace("健康手帳の控え", release).getBytes(StandardCharsets.UTF_8);
            case "/handbook/service.js" ->
                text.replaceFirst("\"version\":\"", "\"version\":\"next-").getBytes(StandardCharsets.UTF_8);
            default -> body;
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

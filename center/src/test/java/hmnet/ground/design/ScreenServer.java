package hmnet.ground.design;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/// Serves the screens to a browser under the centre's content security policy (下見のサーバ).
final class ScreenServer implements AutoCloseable {
    private static final Path STATIC = Path.of("target", "classes");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "json", "application/json");

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ScreenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/static/", ScreenServer::asset);
        Screens.all().forEach(this::serve);
        server.createContext("/people/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answer(exchange, "text/html;charset=utf-8", bytes(named("timeline-empty")));
        });
        server.createContext("/cards/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "text/html;charset=utf-8", bytes(named("card")));
        });
        server.createContext("/my/photos/", exchange -> answer(exchange, "image/png", sheet()));
        serveWorker("/handbook");
        serveWorker("/portal/today");
        server.createContext(
                "/portal/today", exchange -> answer(exchange, "text/html;charset=utf-8", bytes(named("day-copies"))));
        server.start();
    }

    /// A service worker that answers nothing itself.
    private void serveWorker(String scope) {
        server.createContext(scope + "/service.js", exchange -> {
            exchange.getResponseHeaders().set("Service-Worker-Allowed", scope);
            answer(exchange, "text/javascript", new byte[] {'\n'});
        });
    }

    /// A sheet of paper, photographed.
    private static byte[] sheet() throws IOException {
        var points = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        var pen = points.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 620, 877);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(points, "png", out);
        return out.toByteArray();
    }

    private void serve(Screen screen) {
        for (var language : Language.values()) {
            server.createContext(path(screen, language), exchange -> {
                exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
                answer(exchange, "text/html;charset=utf-8", screen.in(language).getBytes(StandardCharsets.UTF_8));
            });
        }
    }

    String address(Screen screen, Language language) {
        return "http://localhost:" + server.getAddress().getPort() + path(screen, language);
    }

    /// Charts and cards asked for since the start: addresses, or the forms sent.
    List<String> asked() {
        return asked;
    }

    static Screen named(String name) {
        return Screens.all()
                .filter(screen -> screen.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(Screen screen) {
        return screen.in(Language.JAPANESE).getBytes(StandardCharsets.UTF_8);
    }

    private static String path(Screen screen, Language language) {
        return "/screens/" + language.tag() + "/" + screen.name();
    }

    private static void asset(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        answer(exchange, type, Files.readAllBytes(STATIC.resolve(path.substring(1))));
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package hmnet.ground.figures;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hmnet.ground.database.DurabilityWatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The port on which the centre tells how it is (稼働状況の接続口): on loopback, beside the web port and never on it.
/// Opens last and closes first.
@Component
public class FiguresPort implements SmartLifecycle {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final FiguresSettings settings;
    private final CentreFigures figures;
    private final DatabaseWatch database;
    private final DurabilityWatch durability;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    FiguresPort(FiguresSettings settings, CentreFigures figures, DatabaseWatch database, DurabilityWatch durability) {
        this.settings = settings;
        this.figures = figures;
        this.database = database;
        this.durability = durability;
    }

    private record FiguresAnswer(int status, String type, String text) {}

    /// The port that is open; 0 while there is none.
    public synchronized int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    @Override
    public synchronized void start() {
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            var opened = HttpServer.create(new InetSocketAddress(loopback, settings.port()), 20);
            threads = Executors.newVirtualThreadPerTaskExecutor();
            opened.setExecutor(threads);
            opened.createContext("/", this::serve);
            opened.start();
            server = opened;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The port for health and figures (hmnet.figures.port=%d) cannot be opened: %s"
                            .formatted(settings.port(), e.getMessage()),
                    e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            var head = exchange.getRequestMethod().equals("HEAD");
            var body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private FiguresAnswer answer(HttpExchange exchange) {
        if (!ownName(exchange)) {
            return new FiguresAnswer(421, PLAIN, "ask for 127.0.0.1\n");
        }
        if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return new FiguresAnswer(405, PLAIN, "GET\n");
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/live" -> new FiguresAnswer(200, PLAIN, "alive\n");
            case "/ready" -> ready();
            case "/metrics" -> new FiguresAnswer(200, PROMETHEUS, figures.text());
            // From outside: a path that somebody asks for.
            default -> new FiguresAnswer(404, PLAIN, "/live /ready /metrics\n");
        };
    }

    private FiguresAnswer ready() {
        if (!database.answers()) {
            return new FiguresAnswer(503, PLAIN, "the database does not answer\n");
        }
        return durability
                .unsafe()
                .map(why -> new FiguresAnswer(503, PLAIN, why + "\n"))
                .orElseGet(() -> new FiguresAnswer(200, PLAIN, "ready\n"));
    }

    /// A page in a browser on this machine reaches loopback under a name of its own: it is not answered.
    private static boolean ownName(HttpExchange exchange) {
        var host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        return Set.of("127.0.0.1", "localhost").contains(host.replaceFirst(":\\d*$", ""));
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }
}

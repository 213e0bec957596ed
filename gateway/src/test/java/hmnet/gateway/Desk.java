package hmnet.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// The centre's receiving desk in small: answers each file while the rest is still being read, wants a client
/// certificate.
public final class Desk implements AutoCloseable {
    /// What was kept, under `door:path`, once for each time it was not known.
    public final Map<String, String> kept = new ConcurrentHashMap<>();

    /// The names in the order in which they were first kept.
    public final List<String> order = new CopyOnWriteArrayList<>();
    /// Senders it does not let in, such as one whose certificate has ended.
    public final Set<String> ended = ConcurrentHashMap.newKeySet();

    public final List<String> reports = new CopyOnWriteArrayList<>();
    /// Names it fails at.
    public volatile Predicate<String> poison = name -> false;

    final Set<String> known = ConcurrentHashMap.newKeySet();
    public final List<String> senders = new CopyOnWriteArrayList<>();
    /// Cuts the connection once, after so many answers.
    volatile int cutAfter = Integer.MAX_VALUE;
    /// Cuts the connection once, after so many answers to all requests.
    volatile int cutAfterAll = Integer.MAX_VALUE;

    private final AtomicInteger answered = new AtomicInteger();
    public volatile int status = 200;
    /// How many are told to come again in a second before one is let in.
    final AtomicInteger full = new AtomicInteger();

    private final HttpsServer server;

    public Desk(SSLContext tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/inbox/ssmix2", this::receive);
        server.createContext("/inbox/files", this::receive);
        server.createContext("/inbox/health", this::hear);
        server.createContext("/inbox/counts", exchange -> {
            var body = "{\"waiting\":0,\"accepted\":1,\"repaired\":2,\"quarantined\":3,\"resources\":4,\"messages\":6}";
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
        server.createContext("/inbox/doubles", exchange -> {
            var body = "{\"searchedAt\":\"2026-11-20T01:00:00Z\",\"likely\":12,\"hidden\":3}";
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
    }

    public URI url() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            reports.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var body = "{\"now\":\"" + Instant.now() + "\",\"quarantined\":1,\"held\":[{\"path\":\"a/b\","
                    + "\"reason\":\"truncated\",\"detail\":\"OBX\",\"receivedAt\":\"2026-11-21T00:00:00Z\"}]}";
            exchange.sendResponseHeaders(status, status == 200 ? body.length() : -1);
            if (status == 200) {
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            }
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            senders.add(((com.sun.net.httpserver.HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName());
            if (full.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var said = ended.contains(senders.getLast()) ? 401 : status;
            if (said != 200) {
                exchange.sendResponseHeaders(said, -1);
                return;
            }
            var query = exchange.getRequestURI().getQuery();
            if (query != null) {
                var path = query.substring(query.indexOf('=') + 1);
                var answer =
                        answer(door(exchange), path, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, answer.getBytes(UTF_8).length);
                exchange.getResponseBody().write(answer.getBytes(UTF_8));
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            var answers = 0;
            var out = exchange.getResponseBody();
            var tar = new TarArchiveInputStream(unpacked(exchange));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (answers++ == cutAfter) {
                    cutAfter = Integer.MAX_VALUE;
                    throw new IOException("power failure");
                }
                if (answered.getAndIncrement() >= cutAfterAll) {
                    cutAfterAll = Integer.MAX_VALUE;
                    throw new IOException("power failure");
                }
                if (poison.test(entry.getName())) {
                    throw new IOException("cannot bear it");
                }
                out.write(answer(door(exchange), entry.getName(), tar.readAllBytes())
                        .getBytes(UTF_8));
                out.flush();
            }
            out.close();
        }
    }

    private static String door(HttpExchange exchange) {
        return exchange.getHttpContext().getPath().replace("/inbox/", "");
    }

    private String answer(String door, String path, byte[] bytes) {
        if (bytes.length > 0) {
            kept.merge(door + ":" + path, new String(bytes, UTF_8), (a, b) -> a.equals(b) ? a : a + "|" + b);
        }
        var outcome = bytes.length == 0 ? "refused" : known.add(path) ? "kept" : "duplicate";
        if (outcome.equals("kept")) {
            order.add(path);
        }
        return "{\"id\":\"%s\",\"path\":\"%s\",\"outcome\":\"%s\",\"reason\":\"%s\"}\n"
                .formatted(known.size(), path, outcome, bytes.length == 0 ? "empty" : "");
    }

    private static InputStream unpacked(HttpExchange exchange) throws IOException {
        var packing = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return switch (packing) {
            case "zstd" -> new ZstdInputStream(exchange.getRequestBody());
            case "gzip" -> new GZIPInputStream(exchange.getRequestBody());
            default -> exchange.getRequestBody();
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package hmnet.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

    /// Of large files: what has come, under the words they were begun with.
    final Map<String, ByteArrayOutputStream> pieces = new ConcurrentHashMap<>();

    /// How many pieces are heard half and not answered.
    final AtomicInteger cutPieces = new AtomicInteger();

    /// How many bytes of pieces have come, those that were cut too.
    final AtomicLong pieceBytes = new AtomicLong();

    /// Its door for next certificates.
    public final RenewalDesk certificates = new RenewalDesk();

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
        server.createContext("/inbox/uploads", this::piece);
        server.createContext("/inbox/health", this::hear);
        server.createContext("/certificate", certificates);
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
            if (turnedBack(exchange)) {
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

    private boolean turnedBack(HttpExchange exchange) throws IOException {
        if (full.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return false;
        }
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(503, -1);
        return true;
    }

    /// tus in small: what was begun with the same words is the same.
    private void piece(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (turnedBack(exchange)) {
                return;
            }
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            var asked = exchange.getRequestHeaders();
            var post = exchange.getRequestMethod().equals("POST");
            var words = post
                    ? asked.getFirst("Upload-Length") + " " + asked.getFirst("Upload-Metadata")
                    : new String(
                            Base64.getUrlDecoder()
                                    .decode(exchange.getRequestURI().getPath().substring("/inbox/uploads/".length())),
                            UTF_8);
            var file = pieces.computeIfAbsent(words, w -> new ByteArrayOutputStream());
            var answer = exchange.getResponseHeaders();
            if (post) {
                answer.set(
                        "Location", "/inbox/uploads/" + Base64.getUrlEncoder().encodeToString(words.getBytes(UTF_8)));
            } else if (Long.parseLong(asked.getFirst("Upload-Offset")) == file.size()) {
                if (cutPieces.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    pieceBytes.addAndGet(exchange.getRequestBody().readNBytes(1 << 19).length);
                    throw new IOException("power failure");
                }
                var bytes = exchange.getRequestBody().readAllBytes();
                pieceBytes.addAndGet(bytes.length);
                file.writeBytes(bytes);
            }
            answer.set("Upload-Offset", Integer.toString(file.size()));
            if (file.size() == Integer.parseInt(words.split(" ", -1)[0])) {
                var name = new String(Base64.getDecoder().decode(words.split("[ ,]", -1)[2]), UTF_8);
                var door = new String(Base64.getDecoder().decode(words.split("[ ,]", -1)[4]), UTF_8);
                kept.putIfAbsent(door + ":" + name, file.toString(UTF_8));
                answer.set("Hmnet-Outcome", known.add(name) ? "kept" : "duplicate");
                answer.set("Hmnet-Inbox", "7");
            }
            exchange.sendResponseHeaders(post ? 201 : 204, -1);
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

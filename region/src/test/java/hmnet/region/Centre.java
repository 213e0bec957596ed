package hmnet.region;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import hmnet.gateway.MutualTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A centre in small, with the server certificate of a demonstration: keeps what it has been sent under its
/// sender.
final class Centre implements AutoCloseable {
    final Set<String> kept = ConcurrentHashMap.newKeySet();
    final AtomicInteger received = new AtomicInteger();
    /// The next so many requests fail, as while a centre starts.
    final AtomicInteger failures = new AtomicInteger();

    private final HttpsServer server;

    Centre(Path pki) throws IOException {
        var tls = MutualTls.of(pki.resolve("ca.pem"), pki.resolve("server.crt"), pki.resolve("server.key"));
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
        server.createContext("/inbox/counts", this::count);
        server.start();
    }

    String url() {
        return URI.create("https://localhost:" + server.getAddress().getPort()).toString();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (failures.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            var tar = new TarArchiveInputStream(new ZstdInputStream(exchange.getRequestBody()));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                received.incrementAndGet();
                var outcome = kept.add(sender(exchange) + "/" + entry.getName()) ? "kept" : "duplicate";
                var line = "{\"id\":\"1\",\"path\":\"" + entry.getName() + "\",\"outcome\":\"" + outcome
                        + "\",\"reason\":\"\"}\n";
                exchange.getResponseBody().write(line.getBytes(UTF_8));
            }
        }
    }

    private void count(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sender = sender(exchange) + "/";
            var messages = kept.stream().filter(path -> path.startsWith(sender)).count();
            var body =
                    "{\"waiting\":0,\"accepted\":%d,\"repaired\":0,\"quarantined\":0,\"resources\":%d,\"messages\":%d}"
                            .formatted(messages, messages * 10, messages);
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    private static String sender(HttpExchange exchange) throws IOException {
        return ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package hmnet.region;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.mllp.Blocks;
import hmnet.formats.base.mllp.Blocks.Block;
import hmnet.gateway.MutualTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A centre in small, with the server certificate of a demonstration: keeps what it has been sent under its
/// sender.
final class Centre implements AutoCloseable {
    final Set<String> kept = ConcurrentHashMap.newKeySet();
    final AtomicInteger received = new AtomicInteger();
    /// The next so many requests fail, as while a centre starts.
    final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /// Messages on the HL7 port and bundles, as they came.
    final Set<String> said = ConcurrentHashMap.newKeySet();

    private final HttpsServer server;
    private final SSLServerSocket telegrams;

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
        server.createContext("/inbox/files", this::receive);
        server.createContext("/inbox/counts", this::count);
        server.createContext("/fhir", this::bundle);
        server.start();
        telegrams = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        telegrams.setNeedClientAuth(true);
        Thread.ofVirtual().start(this::listen);
    }

    String mllp() {
        return "localhost:" + telegrams.getLocalPort();
    }

    private void bundle(HttpExchange exchange) throws IOException {
        try (exchange) {
            said.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void listen() {
        while (!telegrams.isClosed()) {
            try {
                var line = telegrams.accept();
                Thread.ofVirtual().start(() -> hear(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /// The first message of all is answered that the centre is busy.
    private void hear(Socket line) {
        try (line) {
            var blocks = new Blocks(line.getInputStream(), 1 << 20, () -> {});
            while (blocks.next() instanceof Block.Whole(var bytes)) {
                var message = Message.parse(bytes);
                var busy = said.isEmpty() && refused.getAndIncrement() == 0;
                if (!busy) {
                    said.add(message.type() + " " + message.controlId());
                }
                var answer = "MSH|^~\\&|HMNET|HMNET|||20261120||ACK|1|P|2.5\rMSA|" + (busy ? "AR" : "AA") + "|"
                        + message.controlId() + "\r";
                line.getOutputStream().write(Blocks.framed(answer.getBytes(UTF_8)));
            }
        } catch (IOException | BadMessage e) {
            said.add(String.valueOf(e));
        }
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
        try {
            telegrams.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

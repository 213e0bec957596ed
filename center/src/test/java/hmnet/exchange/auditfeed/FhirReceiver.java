package hmnet.exchange.auditfeed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import hmnet.ground.mtls.Issued;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A FHIR server that takes `AuditEvent`s (FHIRの監査記録保管先): it demands the centre's certificate and answers 201, or as it
/// is told to.
final class FhirReceiver implements AutoCloseable {
    private final HttpsServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile int refusal = 201;
    private volatile boolean sleeping;
    private volatile int answerBytes;

    FhirReceiver(Issued shown, X509Certificate trusted) throws IOException {
        server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(shown.serving(trusted)) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "https://localhost:" + server.getAddress().getPort() + "/fhir/";
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    /// Method, path and content type of each request.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// After so many it answers with a status.
    void refuseAfter(int count, int status) {
        left.set(count);
        refusal = status;
    }

    void sleep() {
        sleeping = true;
    }

    /// Answers more than anybody reads.
    void ramble() {
        sleeping = false;
        answerBytes = 1_000_000;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type"));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (sleeping) {
                over.await();
            }
            exchange.getResponseHeaders().add("Location", "https://elsewhere.example/fhir/AuditEvent");
            exchange.sendResponseHeaders(
                    left.getAndDecrement() > 0 ? 201 : refusal, answerBytes == 0 ? -1 : answerBytes);
            exchange.getResponseBody().write(new byte[answerBytes]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}

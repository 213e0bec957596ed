package hmnet.exchange.iti46;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import hmnet.ground.mtls.Issued;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A hospital's system that hears of changes by SOAP (通知を受ける施設側): the JDK's own HTTPS server, which
/// demands the centre's certificate and says AA, or what it is told to.
final class ListeningDoor implements AutoCloseable {
    private final HttpsServer server;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile String says = "AA";
    private volatile int status = 200;

    ListeningDoor(Issued shown, X509Certificate trusted) throws IOException {
        server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new Demanding(shown.serving(trusted)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/pix", this::hear);
        server.start();
    }

    private static final class Demanding extends HttpsConfigurator {
        Demanding(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            var wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    void say(String acknowledgement) {
        says = acknowledgement;
    }

    /// The HTTP status of its answers from now on.
    void answerWith(int number) {
        status = number;
    }

    /// Answers to no end, from now on.
    void ramble() {
        says = "A".repeat(200_000);
    }

    /// The next envelope, or null when none comes in that time.
    @Nullable
    String next(int seconds) throws InterruptedException {
        return heard.poll(seconds, TimeUnit.SECONDS);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var envelope = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var word = says; // as it was before the test hears and changes it
            heard.add(envelope);
            var id = envelope.replaceFirst(
                    "(?s).*?<id root=\"([^\"]*)\" extension=\"([^\"]*)\"/>.*", "<id root=\"$1\" extension=\"$2\"/>");
            var answer = """
                    <e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>
                      <MCCI_IN000002UV01 xmlns="urn:hl7-org:v3"><acknowledgement><typeCode code="%s"/>
                      <targetMessage>%s</targetMessage></acknowledgement></MCCI_IN000002UV01>
                    </e:Body></e:Envelope>""".formatted(word, id).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/soap+xml");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

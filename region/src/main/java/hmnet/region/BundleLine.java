package hmnet.region;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/// A hospital's line to the centre's FHIR door (Bundleの回線), bundle after bundle.
final class BundleLine implements AutoCloseable {
    private static final int SHOWN = 300;
    private final HttpClient http;
    private final URI door;

    BundleLine(URI mtls, SSLContext tls) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.door = URI.create(mtls.toString().replaceAll("/+$", "") + "/fhir");
    }

    /// Whether the bundle was taken; if not, it is to be sent again.
    ///
    /// @throws Refusal when that would not help
    boolean take(byte[] bundle) throws IOException {
        var request = HttpRequest.newBuilder(door)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofByteArray(bundle))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var status = answer.statusCode();
            if (status == 200 || status == 202) {
                return true;
            }
            if (status == 429 || status >= 500) {
                return false;
            }
            var said = answer.body();
            throw new Refusal("the centre does not take a bundle: " + status + " "
                    + said.substring(0, Math.min(SHOWN, said.length())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

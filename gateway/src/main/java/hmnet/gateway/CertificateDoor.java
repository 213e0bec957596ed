package hmnet.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where the centre is asked how a certificate stands, and where the next one is registered (次の証明書の登録). Each question
/// is asked over a connection of its own: what is asked about is what was shown.
public final class CertificateDoor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI centre;
    private final Identity shown;

    public CertificateDoor(URI mtls, Path ca, Identity shown) throws IOException {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(MutualTls.of(ca, shown))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.centre = URI.create(mtls.toString().replaceAll("/+$", "") + "/certificate");
        this.shown = shown;
    }

    /// How the certificate that is shown stands.
    ///
    /// @param now the time at the centre
    /// @param opens since when the next one may be registered
    /// @param issues whether the centre issues the next one
    public record CertificateStanding(String now, String fingerprint, String notAfter, String opens, boolean issues) {}

    /// What became of a registration.
    ///
    /// @param outcome `registered`, `waits` or `refused`
    /// @param certificate the issued one with its chain, PEM; else empty
    public record RegistrationOutcome(String outcome, String reason, String detail, String certificate) {
        public boolean registered() {
            return outcome.equals("registered");
        }

        public boolean waits() {
            return outcome.equals("waits");
        }
    }

    public CertificateStanding standing() throws IOException {
        return said(HttpRequest.newBuilder(centre), CertificateStanding.class);
    }

    /// Registers a certificate that another CA issued, with the proof that its key is here.
    public RegistrationOutcome register(Identity next) throws IOException {
        var at = standing().now();
        var statement = "hmnet next certificate\n" + shown.fingerprint() + "\n" + next.fingerprint() + "\n" + at + "\n";
        try {
            var signature = Base64.getEncoder().encodeToString(next.sign(statement.getBytes(US_ASCII)));
            return post("/next", Map.of("certificate", next.chainPem(), "at", at, "signature", signature));
        } catch (GeneralSecurityException e) {
            throw new IOException("The new key does not sign", e);
        }
    }

    /// Has the next certificate issued for a key, under the name of the one that is shown.
    public RegistrationOutcome request(KeyPair keys) throws IOException {
        try {
            var wish = SigningRequest.pem(shown.certificate().getSubjectX500Principal(), keys);
            return post("/next/request", Map.of("request", wish));
        } catch (GeneralSecurityException e) {
            throw new IOException("The new key does not sign", e);
        }
    }

    /// Ends those that the one shown came after.
    public void endFormer() throws IOException {
        said(request("/former/end", Map.of()), Object.class);
    }

    private RegistrationOutcome post(String path, Map<String, String> form) throws IOException {
        return said(request(path, form), RegistrationOutcome.class);
    }

    private HttpRequest.Builder request(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(centre + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private <T> T said(HttpRequest.Builder asked, Class<T> as) throws IOException {
        try {
            var answer = http.send(asked.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 422) {
                throw new IOException("the centre answered " + answer.statusCode() + " "
                        + answer.body().lines().findFirst().orElse(""));
            }
            return JSON.readValue(answer.body(), as);
        } catch (JacksonException e) {
            throw new IOException("not an answer about certificates", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}

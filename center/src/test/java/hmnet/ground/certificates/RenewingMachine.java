package hmnet.ground.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.TestPki;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// A facility's machine that renews its certificate by hand, as `curl` and `openssl` would (証明書を更新する機器).
public record RenewingMachine(Issued shown, TestPki authority, int port) {
    private static final Duration DAY = Duration.ofDays(1);

    /// One whose certificate, registered for a facility, ends in so many days.
    public static RenewingMachine of(
            FacilityId facility, Facilities facilities, TestPki authority, int port, int days) {
        var issued = authority.issue(good("machine " + facility.value(), days));
        var certificate = issued.certificate();
        facilities.registerCertificate(
                facility,
                Machines.fingerprint(certificate),
                certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
        return new RenewingMachine(issued, authority, port);
    }

    /// What a client certificate of this name is like that ends in so many days.
    public static Wish good(String name, int days) {
        var usual = Wish.client(name);
        return new Wish(
                name,
                usual.key(),
                usual.bits(),
                usual.signature(),
                usual.uses(),
                usual.from(),
                Instant.now().plus(DAY.multipliedBy(days)));
    }

    /// The next one of the same CA under the same name.
    public Issued next(int days) {
        var name = shown.certificate().getSubjectX500Principal().getName();
        return authority.issue(good(name.substring("CN=".length(), name.indexOf(',')), days));
    }

    /// The same machine, with another certificate.
    public RenewingMachine showing(Issued other) {
        return new RenewingMachine(other, authority, port);
    }

    public String fingerprint() {
        return print(shown.certificate());
    }

    public static String print(X509Certificate certificate) {
        return HexFormat.of().formatHex(Machines.fingerprint(certificate));
    }

    public HttpResponse<String> standing() {
        return send(HttpRequest.newBuilder(place("")));
    }

    public HttpResponse<String> register(Issued next) {
        return register(next, next, Instant.now().toString());
    }

    /// @param prover whose key signs
    HttpResponse<String> register(Issued next, Issued prover, String at) {
        return post(
                "/next",
                Map.of("certificate", pem(next.certificate()), "at", at, "signature", proof(next, prover, at)));
    }

    String proof(Issued next, Issued prover, String at) {
        try {
            var statement =
                    "hmnet next certificate\n" + fingerprint() + "\n" + print(next.certificate()) + "\n" + at + "\n";
            var signing = Signature.getInstance(
                    prover.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signing.initSign(prover.key());
            signing.update(statement.getBytes(US_ASCII));
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> request(KeyPair keys) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            var request = new JcaPKCS10CertificationRequestBuilder(
                            new X500Principal("CN=somebody else"), keys.getPublic())
                    .build(signer);
            var text = new StringWriter();
            try (var writer = new JcaPEMWriter(text)) {
                writer.writeObject(request);
            }
            return post("/next/request", Map.of("request", text.toString()));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> endFormer() {
        return post("/former/end", Map.of());
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(place(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient http = shown.http(authority.certificate())) {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI place(String path) {
        return URI.create("https://localhost:" + port + "/certificate" + path);
    }

    static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.TestPki;
import hmnet.ground.mtls.Wish;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.intake.Parcel.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/// A facility's machine with its certificate (施設の送信機).
final class Machine implements AutoCloseable {
    private final Issued issued;
    private final FacilityId facility;
    private final TestPki authority;
    private final int port;
    private final HttpClient http;

    Machine(Issued issued, FacilityId facility, TestPki authority, int port) {
        this.issued = issued;
        this.facility = facility;
        this.authority = authority;
        this.port = port;
        this.http = issued.http(authority.certificate());
    }

    /// One that the facility has enrolled.
    static Machine of(FacilityId hospital, Facilities facilities, TestPki authority, int port)
            throws GeneralSecurityException {
        var issued = authority.issue(Wish.client("hospital"));
        var certificate = issued.certificate();
        facilities.registerCertificate(
                hospital,
                MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()),
                certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
        return new Machine(issued, hospital, authority, port);
    }

    /// The same one on a connection of its own.
    Machine another() {
        return new Machine(issued, facility, authority, port);
    }

    FacilityId facility() {
        return facility;
    }

    SSLContext tls() {
        return issued.tls(authority.certificate());
    }

    Answer post(ReceivedFile file) throws IOException, InterruptedException {
        return post(file, "application/octet-stream");
    }

    Answer post(ReceivedFile file, String type) throws IOException, InterruptedException {
        return send("POST", "/inbox/ssmix2?path=" + encoded(file.path()), type, file.body());
    }

    /// The whole answer, headers too.
    HttpResponse<String> answer(ReceivedFile file) throws IOException, InterruptedException {
        var path = "/inbox/ssmix2?path=" + encoded(file.path());
        return http.send(
                request("POST", path, "application/octet-stream", file.body()), HttpResponse.BodyHandlers.ofString());
    }

    Answer file(ReceivedFile file, String type) throws IOException, InterruptedException {
        return send("POST", "/inbox/files?name=" + encoded(file.path()), type, file.body());
    }

    Answer tar(byte[] archive) throws IOException, InterruptedException {
        return send("POST", "/inbox/ssmix2", "application/x-tar", archive);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "application/octet-stream", new byte[0]);
    }

    Answer send(String method, String path, String type, byte[] body) throws IOException, InterruptedException {
        var answer = http.send(request(method, path, type, body), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /// A request of the tus protocol; the headers as words in turn.
    HttpResponse<String> tus(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return tusOf("1.0.0", method, path, body, headers);
    }

    /// The same by another version of the protocol.
    HttpResponse<String> tusOf(String version, String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Duration.ofSeconds(40))
                .header("Tus-Resumable", version)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<String> async(ReceivedFile file) {
        return answered("/inbox/ssmix2?path=" + encoded(file.path()), "application/octet-stream", file.body());
    }

    CompletableFuture<String> asyncTar(byte[] archive) {
        return answered("/inbox/ssmix2", "application/x-tar", archive);
    }

    private CompletableFuture<String> answered(String path, String type, byte[] body) {
        return http.sendAsync(request("POST", path, type, body), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    private HttpRequest request(String method, String path, String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }

    static String encoded(String path) {
        return URLEncoder.encode(path, UTF_8);
    }
}

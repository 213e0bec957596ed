package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.TestPki;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The samples in `docs/how-to/proxy`, in the real nginx and HAProxy (逆プロキシの設定例), before the centre of the tests.
class ProxySamplesTest extends SignInCentre {
    private static final String NAME = "hmnet.example";
    private static final Path SAMPLES = Path.of("..", "docs", "how-to", "proxy").toAbsolutePath();
    /// More than nginx takes by itself.
    private static final int LARGE = 1_500_000;

    private static final TestPki CA = new TestPki("proxies");

    @TempDir
    Path folder;

    @Test
    void nginxBehavesAsItsSampleSays() throws Exception {
        needs("nginx");
        var https = freePort();
        var http = freePort();
        var text = Files.readString(SAMPLES.resolve("nginx.conf"))
                .replace("/run/nginx.pid", folder.resolve("pid").toString())
                .replace("/var/log/nginx", folder.toString())
                .replace("listen 443 ", "listen 127.0.0.1:" + https + " ")
                .replace("listen 80 ", "listen 127.0.0.1:" + http + " ")
                .replace("/etc/ssl/hmnet.pem", certificate().toString())
                .replace("127.0.0.1:8080;", "127.0.0.1:" + port + "; proxy_bind " + PROXY + ";")
                .replace(
                        "\nhttp {",
                        "\nhttp {\n    client_body_temp_path " + folder + "/body;\n    proxy_temp_path "
                                + folder + "/proxy;\n    fastcgi_temp_path " + folder
                                + "/fastcgi;\n    uwsgi_temp_path " + folder
                                + "/uwsgi;\n    scgi_temp_path " + folder + "/scgi;");
        var file = Files.writeString(folder.resolve("nginx.conf"), text);
        tried(List.of("/usr/sbin/nginx", "-c", file.toString(), "-g", "daemon off;"), https, http, "127.0.0.88");
    }

    @Test
    void haproxyBehavesAsItsSampleSays() throws Exception {
        needs("haproxy");
        var https = freePort();
        var http = freePort();
        var text = Files.readString(SAMPLES.resolve("haproxy.cfg"))
                .replace("bind :443 ", "bind 127.0.0.1:" + https + " ")
                .replace("bind :80\n", "bind 127.0.0.1:" + http + "\n")
                .replace("/etc/ssl/hmnet.pem", certificate().toString())
                .replace("log /dev/log local0", "log stdout format raw local0")
                .replace("server centre 127.0.0.1:8080", "server centre 127.0.0.1:" + port + " source " + PROXY);
        var file = Files.writeString(folder.resolve("haproxy.cfg"), text);
        tried(List.of("/usr/sbin/haproxy", "-db", "-f", file.toString()), https, http, "127.0.0.89");
    }

    private static void needs(String proxy) {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin", proxy)), "needs nginx and haproxy");
    }

    private Path certificate() {
        var file = folder.resolve("hmnet.pem");
        TestPki.writeBoth(file, CA.issue(Wish.server(NAME)));
        return file;
    }

    private void tried(List<String> command, int https, int http, String client) throws Exception {
        var log = folder.resolve("proxy.log");
        var proxy = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitPort(https, proxy, log);
            theClientIsKnownWhateverItWrites(https, client);
            cookiesAreOfHttps(https, client);
            anotherNameIsRefused(https, client);
            whatIsLargeReachesTheCentre(https, client);
            assertThat(plain(http, client)).startsWith("HTTP/1.1 308").contains("https://" + NAME + "/signin");
            modernCiphersAreSpokenAlone(https, client);
            asksForWhatNoLogMayKeep(https, client);
        } finally {
            proxy.destroy();
            if (!proxy.waitFor(20, TimeUnit.SECONDS)) {
                proxy.destroyForcibly();
            }
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("himitsu", "5678");
            }
        }
    }

    /// A017: no CBC, which both proxies speak by themselves.
    private static void modernCiphersAreSpokenAlone(int https, String client) {
        assertThatThrownBy(() -> greet(https, client, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
                .isInstanceOf(SSLException.class);
        assertThatCode(() -> greet(https, client, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                .doesNotThrowAnyException();
    }

    private static void greet(int https, String client, String cipher) throws IOException {
        try (var connected = connected(https, client)) {
            var context = Issued.tlsWithoutCertificate(CA.certificate());
            var socket = (SSLSocket) context.getSocketFactory().createSocket(connected, NAME, https, true);
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(NAME)));
            parameters.setProtocols(new String[] {"TLSv1.2"});
            parameters.setCipherSuites(new String[] {cipher});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    /// V5: words behind the question mark, an individual number in the path, and a body that the proxy itself refuses.
    private static void asksForWhatNoLogMayKeep(int https, String client) throws IOException {
        for (var path : List.of(
                "/find?q=himitsu",
                "/people/123456789018?himitsu",
                "/people/1234-5678-9018",
                "/people/1234%205678%209018")) {
            assertThat(ask(https, client, "GET " + path, NAME, "")).startsWith("HTTP/1.1 ");
        }
        assertThat(ask(https, client, "POST /signin?q=himitsu", NAME, "", "Transfer-Encoding: chunked", "", "ZZ"))
                .startsWith("HTTP/1.1 4");
    }

    private void theClientIsKnownWhateverItWrites(int https, String client) throws IOException {
        var forged = "192.0.2." + client.substring(client.lastIndexOf('.') + 1);
        var body = "login=x&password=something+else+entirely";
        var answer = ask(
                https,
                client,
                "POST /signin",
                NAME,
                body,
                "X-Forwarded-For: " + forged,
                "Forwarded: for=" + forged,
                "X-Forwarded-Host: evil.example");
        assertThat(answer).startsWith("HTTP/1.1 422");
        assertThat(refusedFrom(client)).isEqualTo(1);
        assertThat(refusedFrom(forged)).isZero();
    }

    private long refusedFrom(String address) {
        return logged("sign-in-refused", "\"address\":\"" + address + "\"").size();
    }

    private void cookiesAreOfHttps(int https, String client) throws IOException {
        var person = doctor();
        var body = "login=" + person.login() + "&password=" + person.password().replace(' ', '+');
        var answer = ask(https, client, "POST /signin", NAME, body);
        assertThat(answer).startsWith("HTTP/1.1 302").containsIgnoringCase("\r\nlocation: /signin/code");
        assertThat(answer)
                .contains("__Host-hmnet-half=", "; Secure")
                .containsIgnoringCase("strict-transport-security:");
        assertThat(ask(https, client, "GET /signin?lang=en", NAME, "")).startsWith("HTTP/1.1 200");
    }

    private static void anotherNameIsRefused(int https, String client) throws IOException {
        assertThat(ask(https, client, "GET /signin", "evil.example", "")).startsWith("HTTP/1.1 421");
    }

    /// The centre answers it, with its own headers, not the proxy.
    private static void whatIsLargeReachesTheCentre(int https, String client) throws IOException {
        assertThat(ask(https, client, "POST /signin", NAME, "login=" + "x".repeat(LARGE)))
                .containsIgnoringCase("content-security-policy:");
    }

    private static String ask(int https, String client, String asked, String host, String body, String... headers)
            throws IOException {
        try (var connected = connected(https, client)) {
            var context = Issued.tlsWithoutCertificate(CA.certificate());
            var socket = (SSLSocket) context.getSocketFactory().createSocket(connected, NAME, https, true);
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(NAME)));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return said(socket, asked, host, body, headers);
        }
    }

    private static String plain(int http, String client) throws IOException {
        try (var socket = connected(http, client)) {
            return said(socket, "GET /signin", "evil.example", "");
        }
    }

    private static String said(Socket socket, String asked, String host, String body, String... headers)
            throws IOException {
        var head = asked + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nAccept: text/html\r\n"
                + (body.isEmpty()
                        ? ""
                        : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                                + "\r\n")
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Socket connected(int port, String client) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(client), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void awaitPort(int port, Process proxy, Path log) throws Exception {
        for (var since = System.nanoTime(); System.nanoTime() - since < TimeUnit.SECONDS.toNanos(60); ) {
            assertThat(proxy.isAlive()).as(Files.readString(log)).isTrue();
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("no answer: " + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

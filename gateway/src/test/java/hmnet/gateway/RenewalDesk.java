package hmnet.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The centre's door for next certificates in small: checks the proof, issues nothing.
public final class RenewalDesk implements HttpHandler {
    /// Fingerprints that were registered with a sound proof, each behind the one that was shown.
    public final List<String> registered = new CopyOnWriteArrayList<>();
    /// Fingerprints whose former ones were ended.
    public final List<String> ended = new CopyOnWriteArrayList<>();
    /// Fingerprints that it does not let in.
    public final Set<String> closed = ConcurrentHashMap.newKeySet();
    /// `registered`, `waits`, or the reason of a refusal.
    public volatile String outcome = "registered";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var shown =
                    (X509Certificate) ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
            var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (closed.contains(Identity.fingerprint(shown))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/certificate" ->
                    say(exchange, 200, """
                            {"now":"%s","fingerprint":"%s","notAfter":"%s","opens":"2026-01-01T00:00:00Z","issues":false}""".formatted(
                                    Instant.now(),
                                    Identity.fingerprint(shown),
                                    shown.getNotAfter().toInstant()));
                case "/certificate/next" -> register(exchange, shown, form);
                case "/certificate/former/end" -> {
                    ended.add(Identity.fingerprint(shown));
                    say(exchange, 200, "{\"ended\":1}");
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void register(HttpExchange exchange, X509Certificate shown, Map<String, String> form) throws IOException {
        var next = Identity.certificates(form.getOrDefault("certificate", ""), Path.of("form"))
                .getFirst();
        var statement = String.join(
                "\n",
                "hmnet next certificate",
                Identity.fingerprint(shown),
                Identity.fingerprint(next),
                form.get("at"),
                "");
        try {
            var proof = Signature.getInstance(
                    next.getPublicKey().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            proof.initVerify(next.getPublicKey());
            proof.update(statement.getBytes(UTF_8));
            if (!proof.verify(Base64.getDecoder().decode(form.get("signature")))) {
                say(exchange, 422, told("refused", "no-proof"));
                return;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        if (outcome.equals("registered") || outcome.equals("waits")) {
            registered.add(Identity.fingerprint(shown) + " " + Identity.fingerprint(next));
            say(exchange, 200, told(outcome, ""));
        } else {
            say(exchange, 422, told("refused", outcome));
        }
    }

    private static String told(String outcome, String reason) {
        return "{\"outcome\":\"%s\",\"reason\":\"%s\",\"detail\":\"so\",\"certificate\":\"\"}"
                .formatted(outcome, reason);
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(UTF_8));
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        Arrays.stream(body.split("&")).filter(field -> field.contains("=")).forEach(field -> {
            var at = field.indexOf('=');
            form.put(field.substring(0, at), URLDecoder.decode(field.substring(at + 1), UTF_8));
        });
        return form;
    }
}

package hmnet.ground.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An identity provider of the tests that says what it is told to, over HTTP on this machine, with keys of its own.
final class InventedProvider implements AutoCloseable {
    static final String CLIENT = "hmnet-at-hospital";
    static final String SECRET = "shared with the centre alone";
    private static final RSAKey RSA = rsa();
    private static final RSAKey FOREIGN = rsa();
    private static final ECKey EC = ec();

    private final HttpServer server;
    private final AtomicInteger exchanges = new AtomicInteger();
    private String token = "";
    private String discovery = "";
    private Duration pause = Duration.ZERO;

    InventedProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(List.of(RSA, EC)).toString()));
        server.createContext("/token", exchange -> {
            exchanges.incrementAndGet();
            answer(exchange, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
        });
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int exchanges() {
        return exchanges.get();
    }

    InventedProvider waits(Duration before) {
        pause = before;
        return this;
    }

    InventedProvider describes(String itself) {
        discovery = itself;
        return this;
    }

    String discovery() {
        return discovery.isEmpty() ? discoveryOf(issuer(), issuer()) : discovery;
    }

    static String discoveryOf(String issuer, String at) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%2$s/authorize","token_endpoint":"%2$s/token",
                 "jwks_uri":"%2$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer, at);
    }

    /// A token as it should be, for whoever was asked with this nonce.
    JWTClaimsSet.Builder proper(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("employee-7")
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("amr", List.of("pwd", "otp"));
    }

    InventedProvider says(JWTClaimsSet.Builder claims) {
        return signs(JWSAlgorithm.RS256, claims);
    }

    InventedProvider signs(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) {
        return signs(algorithm, null, claims);
    }

    /// A token that says of itself that it is of another kind.
    InventedProvider types(String type, JWTClaimsSet.Builder claims) {
        return signs(JWSAlgorithm.RS256, new JOSEObjectType(type), claims);
    }

    private InventedProvider signs(JWSAlgorithm algorithm, @Nullable JOSEObjectType type, JWTClaimsSet.Builder claims) {
        try {
            var ec = algorithm.equals(JWSAlgorithm.ES256);
            var header = new JWSHeader.Builder(algorithm).type(type).keyID(ec ? "ec" : RSA.getKeyID());
            var signed = new SignedJWT(header.build(), claims.build());
            signed.sign(
                    ec
                            ? new ECDSASigner(EC)
                            : JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)
                                    ? new MACSigner(RSA.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8))
                                    : new RSASSASigner(RSA));
            token = signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    InventedProvider signsNothing(JWTClaimsSet.Builder claims) {
        token = new PlainJWT(claims.build()).serialize();
        return this;
    }

    /// By a key that it never published, under the name of one that it did.
    InventedProvider forges(JWTClaimsSet.Builder claims) {
        try {
            var signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(RSA.getKeyID())
                            .build(),
                    claims.build());
            signed.sign(new RSASSASigner(FOREIGN));
            token = signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    InventedProvider changes(UnaryOperator<String> what) {
        token = what.apply(token);
        return this;
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of("application/json")));
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

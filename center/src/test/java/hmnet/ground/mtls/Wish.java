package hmnet.ground.mtls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/// What a test certificate shall be like; a good client certificate if nothing else is wished.
public record Wish(
        String name, String key, int bits, String signature, List<KeyPurposeId> uses, Instant from, Instant until) {
    public static Wish client(String name) {
        var now = Instant.now();
        return new Wish(
                name,
                "EC",
                256,
                "SHA256withECDSA",
                List.of(KeyPurposeId.id_kp_clientAuth),
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(30)));
    }

    public static Wish server(String name) {
        return client(name).use(KeyPurposeId.id_kp_serverAuth);
    }

    /// The centre's own: it is called, and calls.
    static Wish centre(String name) {
        return client(name).use(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
    }

    Wish use(KeyPurposeId... others) {
        return new Wish(name, key, bits, signature, List.of(others), from, until);
    }

    Wish key(String other, int length) {
        return new Wish(name, other, length, signature, uses, from, until);
    }

    Wish signature(String other) {
        return new Wish(name, key, bits, other, uses, from, until);
    }

    Wish between(Instant first, Instant last) {
        return new Wish(name, key, bits, signature, uses, first, last);
    }
}

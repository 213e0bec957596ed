package hmnet.ground.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hmnet.ground.mtls.Machines;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// That whoever registers a certificate holds its key (新しい鍵の所持証明): a signature over four lines that name the
/// certificate in use, the next one and the time, so that it is good for nothing else and not for long.
///
/// @param at the time as it was signed, ISO 8601
/// @param signature base64
record Proof(String at, String signature) {
    private static final Duration GOOD = Duration.ofMinutes(10);

    /// What is wrong with it, if anything.
    Optional<RenewalObjection> objection(X509Certificate shown, X509Certificate next, Instant now) {
        try {
            var age = Duration.between(Instant.parse(at), now).abs();
            if (age.compareTo(GOOD) > 0) {
                return Optional.of(RenewalObjection.STALE_PROOF);
            }
            var signed = Signature.getInstance(algorithm(next.getPublicKey()));
            signed.initVerify(next.getPublicKey());
            signed.update(statement(shown, next, at).getBytes(US_ASCII));
            return signed.verify(Base64.getMimeDecoder().decode(signature))
                    ? Optional.empty()
                    : Optional.of(RenewalObjection.NO_PROOF);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.of(RenewalObjection.NOT_READABLE);
        } catch (GeneralSecurityException e) {
            return Optional.of(RenewalObjection.NO_PROOF);
        }
    }

    /// What is signed: four lines, each with its end.
    static String statement(X509Certificate shown, X509Certificate next, String at) {
        var hex = HexFormat.of();
        return "hmnet next certificate\n" + hex.formatHex(Machines.fingerprint(shown)) + "\n"
                + hex.formatHex(Machines.fingerprint(next)) + "\n" + at + "\n";
    }

    /// SHA-256 over a public key as it is encoded.
    static byte[] digest(PublicKey key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            // From outside: what a certificate calls its kind of key.
            default -> key.getAlgorithm();
        };
    }
}

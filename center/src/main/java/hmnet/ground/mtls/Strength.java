package hmnet.ground.mtls;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a key and a signature must be made of to count (暗号強度; S060): named one by one, so that whatever
/// Java may let in by default or by a changed security file stays out.
public final class Strength {
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final Set<String> SIGNATURES = Set.of(
            "SHA256WITHRSA",
            "SHA384WITHRSA",
            "SHA512WITHRSA",
            "RSASSA-PSS",
            "SHA256WITHECDSA",
            "SHA384WITHECDSA",
            "SHA512WITHECDSA",
            "ED25519",
            "ED448",
            "EDDSA");

    private Strength() {}

    /// What is too weak about a certificate, if anything.
    public static Optional<String> weakness(X509Certificate certificate) {
        return weakness(certificate.getSigAlgName()).or(() -> weakness(certificate.getPublicKey()));
    }

    static Optional<String> weakness(String signature) {
        return SIGNATURES.contains(signature.toUpperCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("signed by " + signature);
    }

    private static Optional<String> weakness(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa when rsa.getModulus().bitLength() >= RSA_BITS -> Optional.empty();
            case RSAPublicKey rsa ->
                Optional.of("an RSA key of " + rsa.getModulus().bitLength() + " bits");
            case ECPublicKey ec when ec.getParams().getOrder().bitLength() >= EC_BITS -> Optional.empty();
            case EdECPublicKey edwards -> Optional.empty();
            case PublicKey other -> Optional.of("a key of kind " + other.getAlgorithm());
        };
    }
}

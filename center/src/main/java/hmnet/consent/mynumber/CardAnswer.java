package hmnet.consent.mynumber;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/// A card's answer to a challenge (カードの応答) as one line of text, so that a reader program hands it over
/// like a keyboard: `HMJ1.challenge.certificate.signature`, the last two in base64url.
record CardAnswer(String challenge, X509Certificate certificate, byte[] signature) {
    private static final String MARK = "HMJ1";
    private static final int LENGTH_MAX = 12_000;

    /// Lets a card answer.
    public static CardAnswer of(UserCard card, String challenge) throws GeneralSecurityException {
        return new CardAnswer(challenge, card.certificate(), card.sign(challenge.getBytes(StandardCharsets.US_ASCII)));
    }

    public String written() throws GeneralSecurityException {
        var text = Base64.getUrlEncoder().withoutPadding();
        return String.join(
                ".", MARK, challenge, text.encodeToString(certificate.getEncoded()), text.encodeToString(signature));
    }

    /// The answer in a text, if it is one.
    public static Optional<CardAnswer> read(String text) {
        var parts = text.strip().split("\\.", -1);
        if (text.length() > LENGTH_MAX || parts.length != 4 || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        try {
            var der = Base64.getUrlDecoder().decode(parts[2]);
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return Optional.of(
                    new CardAnswer(parts[1], certificate, Base64.getUrlDecoder().decode(parts[3])));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}

package hmnet.witness.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// The key with which a witness signs (立会人の署名鍵): Ed25519, made where the witness runs and never sent anywhere.
public final class Cosigner {
    private static final int KEY_BYTES = 32;
    private static final int LINES = 3;

    private final VerifierKey verifier;
    private final PrivateKey key;

    private Cosigner(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /// A new key under a name.
    public static Cosigner make(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Cosigner(of(name, pair.getPublic().getEncoded()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519", e);
        }
    }

    /// As `text` wrote it; proves that both halves belong together.
    public static Cosigner read(String text) {
        var lines = text.lines().toList();
        if (lines.size() != LINES) {
            throw new IllegalArgumentException("The key of a witness has three lines: name, private key, public key");
        }
        try {
            var secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))));
            var read = new Cosigner(
                    new VerifierKey(
                            lines.getFirst(),
                            SignatureLine.WITNESS,
                            Base64.getDecoder().decode(lines.get(2))),
                    secret);
            var sample = new Checkpoint("sample", 0, Hash.EMPTY);
            if (!read.verifier.signed(sample, read.line(sample, Instant.EPOCH))) {
                throw new IllegalArgumentException("The two halves of the key do not belong together");
            }
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key of the witness cannot be read", e);
        }
    }

    private static VerifierKey of(String name, byte[] x509) {
        return new VerifierKey(
                name, SignatureLine.WITNESS, Arrays.copyOfRange(x509, x509.length - KEY_BYTES, x509.length));
    }

    /// Name, private key, public key; a secret.
    public String text() {
        return verifier.name() + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n"
                + Base64.getEncoder().encodeToString(verifier.bytes()) + "\n";
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /// The signature line under a checkpoint that was seen at that time.
    public SignatureLine line(Checkpoint checkpoint, Instant seen) {
        try {
            var time = seen.getEpochSecond();
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(VerifierKey.cosignedText(checkpoint, time).getBytes(StandardCharsets.UTF_8));
            var signature = signer.sign();
            var stamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                    .putLong(time)
                    .put(signature)
                    .array();
            return new SignatureLine(verifier.name(), verifier.id(), stamped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519", e);
        }
    }
}

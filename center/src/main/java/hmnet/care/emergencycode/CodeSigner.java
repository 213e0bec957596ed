package hmnet.care.emergencycode;

import hmnet.formats.base.Sha256;
import hmnet.ground.keys.Keys;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The key that signs the codes of one epoch (救急QRの署名鍵): Ed25519, derived from the root of the centre's keys, as the
/// key of the log is.
final class CodeSigner {
    private static final int ID_BYTES = 8;

    private final Ed25519PrivateKeyParameters key;
    private final byte[] publicKey;

    CodeSigner(Keys keys, int epoch) {
        this.key = new Ed25519PrivateKeyParameters(keys.derive("emergency code " + epoch));
        this.publicKey = key.generatePublicKey().getEncoded();
    }

    /// By which a code names it: the first bytes of the hash of the public key.
    byte[] id() {
        return Arrays.copyOf(Sha256.of(publicKey), ID_BYTES);
    }

    /// The public key, as it is published.
    String published() {
        return Base64.getEncoder().encodeToString(publicKey);
    }

    byte[] sign(byte[] words) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(words, 0, words.length);
        return signer.generateSignature();
    }
}

package hmnet.ground.keys;

import hmnet.formats.base.Sha256;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// A key that signs for one purpose (署名鍵): Ed25519, derived from the root of the centre's keys.
public final class SigningKey {
    private static final int ID_BYTES = 8;

    private final Ed25519PrivateKeyParameters key;
    private final byte[] publicKey;

    /// @param purpose names the key: no two uses share one
    public SigningKey(Keys keys, String purpose) {
        this.key = new Ed25519PrivateKeyParameters(keys.derive(purpose));
        this.publicKey = key.generatePublicKey().getEncoded();
    }

    /// By which it is named: the first bytes of the hash of the public key.
    public byte[] id() {
        return Arrays.copyOf(Sha256.of(publicKey), ID_BYTES);
    }

    /// The public key, 32 bytes in base64, as it is published.
    public String published() {
        return Base64.getEncoder().encodeToString(publicKey);
    }

    public byte[] sign(byte[] words) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(words, 0, words.length);
        return signer.generateSignature();
    }
}

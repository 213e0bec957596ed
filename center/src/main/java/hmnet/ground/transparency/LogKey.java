package hmnet.ground.transparency;

import hmnet.ground.keys.Keys;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.ReceiptNote;
import hmnet.witness.log.SignatureLine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The key that signs checkpoints (チェックポイント署名鍵): Ed25519, derived from the centre's master key.
public final class LogKey {
    private final Ed25519PrivateKeyParameters key;

    public LogKey(Keys keys) {
        this.key = new Ed25519PrivateKeyParameters(keys.derive("audit checkpoint"));
    }

    /// The checkpoint as a signed note. Ed25519 has one signature per text, so a note is genuine if and only
    /// if it equals this.
    public String sign(Checkpoint checkpoint) {
        return signed(checkpoint.body(), checkpoint.origin());
    }

    /// A receipt as a signed note.
    String sign(ReceiptNote note) {
        return signed(note.body(), note.origin());
    }

    private String signed(String body, String origin) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(bytes, 0, bytes.length);
        return body + "\n" + new SignatureLine(origin, id(origin), signer.generateSignature()) + "\n";
    }

    /// What others need to check a checkpoint: name, key id and public key in one word (C2SP signed-note).
    public String verifier(String origin) {
        var typed = new byte[1 + publicKey().length];
        typed[0] = SignatureLine.LOG;
        System.arraycopy(publicKey(), 0, typed, 1, publicKey().length);
        return origin + "+" + HexFormat.of().formatHex(id(origin)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private byte[] id(String origin) {
        return SignatureLine.keyId(origin, SignatureLine.LOG, publicKey());
    }

    private byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
    }
}

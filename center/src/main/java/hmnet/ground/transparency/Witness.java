package hmnet.ground.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// A witness outside (立会人): a machine of another organisation that says, under its own key and clock, which
/// checkpoint it saw (C2SP tlog-cosignature).
final class Witness {
    private static final Pattern VERIFIER = Pattern.compile("([^ +\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
    private static final int TIME_BYTES = 8;
    private static final int SIGNATURE_BYTES = 64;
    private final String name;
    private final Ed25519PublicKeyParameters key;

    private Witness(String name, Ed25519PublicKeyParameters key) {
        this.name = name;
        this.key = key;
    }

    /// Reads a verifier key: `name+id+key`.
    static Witness of(String verifier) {
        var parts = VERIFIER.matcher(verifier.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A witness is given as name+id+key, not " + verifier);
        }
        var typed = Base64.getDecoder().decode(parts.group(3));
        if (typed.length != 33 || typed[0] != SignatureLine.WITNESS) {
            throw new IllegalArgumentException(parts.group(1) + " is not the Ed25519 key of a witness");
        }
        var witness = new Witness(parts.group(1), new Ed25519PublicKeyParameters(Arrays.copyOfRange(typed, 1, 33)));
        if (!HexFormat.of().formatHex(witness.id()).equals(parts.group(2))) {
            throw new IllegalArgumentException("The key id of witness " + witness.name + " does not fit its key");
        }
        return witness;
    }

    String name() {
        return name;
    }

    /// Whether this witness signed this checkpoint by this line.
    boolean signed(Checkpoint checkpoint, SignatureLine line) {
        var stamped = line.signature();
        if (!line.name().equals(name) || !line.hasId(id()) || stamped.length != TIME_BYTES + SIGNATURE_BYTES) {
            return false;
        }
        var time = ByteBuffer.wrap(stamped).getLong();
        var text = ("cosignature/v1\ntime " + time + "\n" + checkpoint.body()).getBytes(StandardCharsets.UTF_8);
        var signer = new Ed25519Signer();
        signer.init(false, key);
        signer.update(text, 0, text.length);
        return time >= 0 && signer.verifySignature(Arrays.copyOfRange(stamped, TIME_BYTES, stamped.length));
    }

    private byte[] id() {
        return SignatureLine.keyId(name, SignatureLine.WITNESS, key.getEncoded());
    }
}

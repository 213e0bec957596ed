package hmnet.witness.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The public key of a log or of a witness (検証鍵), written `name+id+key` (C2SP signed-note): by it anybody checks a
/// checkpoint without asking us.
public final class VerifierKey {
    private static final Pattern TEXT = Pattern.compile("([^ +\\s]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{1,60})");
    private static final int TIME_BYTES = 8;
    private static final int SIGNATURE_BYTES = 64;
    private static final int KEY_BYTES = 32;

    /// What stands before an Ed25519 key in X.509 form, RFC 8410.
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte kind;
    private final byte[] bytes;
    private final PublicKey key;

    VerifierKey(String name, byte kind, byte[] bytes) {
        this.name = name;
        this.kind = kind;
        this.bytes = bytes.clone();
        this.key = publicKey(bytes);
    }

    /// The key of a witness: an Ed25519 key for cosignatures.
    public static VerifierKey ofWitness(String text) {
        return read(text, SignatureLine.WITNESS, "witness");
    }

    /// The key of a log: an Ed25519 key for checkpoints.
    public static VerifierKey ofLog(String text) {
        return read(text, SignatureLine.LOG, "log");
    }

    private static VerifierKey read(String text, byte kind, String whose) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A " + whose + " is given as name+id+key, not " + text);
        }
        var typed = Base64.getDecoder().decode(parts.group(3));
        if (typed.length != 1 + KEY_BYTES || typed[0] != kind) {
            throw new IllegalArgumentException(parts.group(1) + " is not the Ed25519 key of a " + whose);
        }
        var read = new VerifierKey(parts.group(1), kind, Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(read.id()).equals(parts.group(2))) {
            throw new IllegalArgumentException("The key id of " + whose + " " + read.name + " does not fit its key");
        }
        return read;
    }

    private static PublicKey publicKey(byte[] bytes) {
        try {
            var encoded =
                    ByteBuffer.allocate(X509.length + bytes.length).put(X509).put(bytes);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key", e);
        }
    }

    public String name() {
        return name;
    }

    /// `name+id+key`, as others configure it.
    public String text() {
        var typed = ByteBuffer.allocate(1 + bytes.length).put(kind).put(bytes).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] id() {
        return SignatureLine.keyId(name, kind, bytes);
    }

    /// Whether this log or witness signed this checkpoint by this line.
    public boolean signed(Checkpoint checkpoint, SignatureLine line) {
        if (!line.name().equals(name) || !line.hasId(id())) {
            return false;
        }
        return kind == SignatureLine.LOG
                ? checkpoint.origin().equals(name) && holds(checkpoint.body(), line.signature())
                : cosigned(checkpoint, line.signature());
    }

    /// Whether this log signed this note, which is no checkpoint, by this line.
    boolean signed(ReceiptNote note, SignatureLine line) {
        return kind == SignatureLine.LOG
                && note.origin().equals(name)
                && line.name().equals(name)
                && line.hasId(id())
                && holds(note.body(), line.signature());
    }

    /// Whether one of the lines under a note is its genuine signature.
    public boolean signed(String note) {
        var checkpoint = Checkpoint.read(note);
        return SignatureLine.under(note).stream().anyMatch(line -> signed(checkpoint, line));
    }

    private boolean cosigned(Checkpoint checkpoint, byte[] stamped) {
        if (stamped.length != TIME_BYTES + SIGNATURE_BYTES) {
            return false;
        }
        var time = ByteBuffer.wrap(stamped).getLong();
        return time >= 0
                && holds(cosignedText(checkpoint, time), Arrays.copyOfRange(stamped, TIME_BYTES, stamped.length));
    }

    /// What a witness signs (C2SP tlog-cosignature, cosignature/v1).
    static String cosignedText(Checkpoint checkpoint, long time) {
        return "cosignature/v1\ntime " + time + "\n" + checkpoint.body();
    }

    /// When a witness says that it saw the checkpoint; only of a line that is genuine.
    public static Instant time(SignatureLine line) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(line.signature()).getLong());
    }

    private boolean holds(String text, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}

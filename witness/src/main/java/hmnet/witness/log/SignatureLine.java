package hmnet.witness.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The line under a note that carries a signature (署名行, C2SP signed-note): a name, four bytes of key id, the
/// signature.
public final class SignatureLine {
    /// Kinds of key: an Ed25519 signature of a log, an Ed25519 cosignature of a witness.
    public static final byte LOG = 1;
    public static final byte WITNESS = 4;

    private static final int ID_BYTES = 4;
    private final String name;
    private final byte[] id;
    private final byte[] signature;

    public SignatureLine(String name, byte[] id, byte[] signature) {
        this.name = name;
        this.id = id.clone();
        this.signature = signature.clone();
    }

    public static SignatureLine read(String line) {
        var parts = line.strip().split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("—")) {
            throw new IllegalArgumentException("Not the signature line of a note");
        }
        var bytes = Base64.getDecoder().decode(parts[2]);
        if (bytes.length <= ID_BYTES) {
            throw new IllegalArgumentException("A signature line without a signature");
        }
        var read = new SignatureLine(
                parts[1], Arrays.copyOf(bytes, ID_BYTES), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
        if (!read.toString().equals(line.strip())) {
            throw new IllegalArgumentException("A signature line that is not in its one spelling");
        }
        return read;
    }

    /// The signature lines under a note, those that can be read.
    public static List<SignatureLine> under(String note) {
        return note.lines()
                .dropWhile(line -> !line.isEmpty())
                .skip(1)
                .filter(line -> line.startsWith("— "))
                .flatMap(line -> tried(line).stream())
                .toList();
    }

    private static Optional<SignatureLine> tried(String line) {
        try {
            return Optional.of(read(line));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public static byte[] keyId(String name, byte kind, byte[] publicKey) {
        var hash = Hash.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {kind}, publicKey);
        return Arrays.copyOf(hash.bytes(), ID_BYTES);
    }

    public String name() {
        return name;
    }

    public boolean hasId(byte[] other) {
        return Arrays.equals(id, other);
    }

    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public String toString() {
        var bytes = Arrays.copyOf(id, ID_BYTES + signature.length);
        System.arraycopy(signature, 0, bytes, ID_BYTES, signature.length);
        return "— " + name + " " + Base64.getEncoder().encodeToString(bytes);
    }
}

package hmnet.gateway.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key under which everything waits (送信待ちの鍵): 256 bits in a file of their own, for the gateway's user
/// alone. AES-GCM; what is sealed opens in its own place only.
public final class SpoolKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final SecretKeySpec key;

    private SpoolKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// Reads the key, or makes it on disk when there is none.
    public static SpoolKey at(Path file) throws IOException {
        if (Files.notExists(file)) {
            make(file);
        }
        if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(file + " may be read by others: chmod 600 it");
        }
        try {
            var bytes = Base64.getDecoder().decode(Files.readString(file).strip());
            if (bytes.length != KEY_BYTES) {
                throw new IOException(file + " is no key of the spool: " + bytes.length + " bytes");
            }
            return new SpoolKey(bytes);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no key of the spool", e);
        }
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        var text = Base64.getEncoder().encodeToString(bytes) + "\n";
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var out = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER))) {
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Segment.flushFolder(file.toAbsolutePath().getParent());
    }

    byte[] seal(byte[] plain, byte[] place) throws IOException {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, place);
            var sealed = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot be sealed", e);
        }
    }

    byte[] open(byte[] sealed, byte[] place) throws GeneralSecurityException {
        var cipher = cipher(Cipher.DECRYPT_MODE, sealed, 0, place);
        return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    static int sealedBytes(int plain) {
        return NONCE_BYTES + plain + TAG_BITS / 8;
    }

    private Cipher cipher(int mode, byte[] from, int at, byte[] place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, from, at, NONCE_BYTES));
        cipher.updateAAD(place);
        return cipher;
    }
}

package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// How a file too large for one envelope is sealed (塊ごとの封印): a head with the data key's number, its leaf and a salt,
/// then chunks, each AES-256-GCM under a key of this object alone, bound to facility, object, place and whether it is
/// the last one. What is cut, moved, exchanged or changed does not open, and nothing of it is handed out.
@Component
public final class ChunkSeal {
    static final int CHUNK = 256 << 10;
    static final int TAG = 16;
    static final int SALT = 12;
    static final byte FORMAT = 3;

    /// Of before, when data keys had no leaves: a longer salt stands in their place.
    private static final byte WITHOUT_LEAF = 2;

    /// Format, number of the data key, leaf, salt.
    static final int HEAD = 1 + Integer.BYTES + Integer.BYTES + SALT;

    private static final int NONCE = 12;
    private static final byte[] PURPOSE = "hmnet large file".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();
    private final DataKeys keys;

    public ChunkSeal(DataKeys keys) {
        this.keys = keys;
    }

    /// Where the sealed bytes of an object come from.
    @FunctionalInterface
    public interface SealedBytes {
        InputStream from(long at) throws IOException;
    }

    /// The sealed bytes of an object, as its plain bytes are read.
    public InputStream sealing(FacilityId facility, UUID object, DataKey key, InputStream plain) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var head = ByteBuffer.allocate(HEAD)
                .put(FORMAT)
                .putInt(key.id())
                .putInt(key.leaf())
                .put(salt)
                .array();
        return new SealingStream(new ObjectCipher(head, facility, object, key.key()), head, plain);
    }

    /// The plain bytes of an object from a place on; the first chunk is looked at before this returns.
    ///
    /// @param length of all plain bytes, as its row says
    /// @throws DamagedObject when the object is not what was sealed
    /// @throws hmnet.ground.keys.ErasedKey when it was erased
    public InputStream opened(FacilityId facility, UUID object, long length, SealedBytes sealed, long from)
            throws IOException {
        byte[] head;
        try (var in = sealed.from(0)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length < HEAD || head[0] != FORMAT && head[0] != WITHOUT_LEAF) {
            throw new DamagedObject(object, "it has no head");
        }
        return new OpeningStream(
                new ObjectCipher(head, facility, object, key(object, head)), object, length, sealed, from);
    }

    private SecretKeySpec key(UUID object, byte[] head) throws DamagedObject {
        var said = ByteBuffer.wrap(head, 1, HEAD - 1);
        var id = said.getInt();
        try {
            return head[0] == FORMAT ? keys.byId(id, said.getInt()) : keys.ofWholeBucket(id);
        } catch (ErasedKey erased) {
            throw erased;
        } catch (IllegalStateException strange) {
            throw new DamagedObject(object, "its head names no key that could have sealed it");
        }
    }

    public static long sealedLength(long plain) {
        return HEAD + plain + TAG * chunks(plain);
    }

    static long chunks(long plain) {
        return Math.max(1, (plain + CHUNK - 1) / CHUNK);
    }

    /// Seals and opens the chunks of one object.
    static final class ObjectCipher {
        private final byte[] bound;
        private final SecretKeySpec key;
        private final Cipher cipher;

        private ObjectCipher(byte[] head, FacilityId facility, UUID object, SecretKeySpec key) {
            this.bound = ByteBuffer.allocate(HEAD + 8 + 16)
                    .put(head)
                    .putLong(facility.value())
                    .putLong(object.getMostSignificantBits())
                    .putLong(object.getLeastSignificantBits())
                    .array();
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                mac.update(PURPOSE);
                this.key = new SecretKeySpec(mac.doFinal(bound), "AES");
                this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no AES-GCM", e);
            }
        }

        /// The key is this object's alone, so the place of a chunk is nonce enough.
        byte[] crypt(int mode, long chunk, boolean last, byte[] bytes, int length) throws GeneralSecurityException {
            var nonce = ByteBuffer.allocate(NONCE)
                    .putInt(last ? 1 : 0)
                    .putLong(chunk)
                    .array();
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(bytes, 0, length);
        }
    }
}

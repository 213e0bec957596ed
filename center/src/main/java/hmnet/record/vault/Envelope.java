package hmnet.record.vault;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import hmnet.ground.keys.ErasedKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// How every content, extract and inbox body is kept (封筒): a format byte, the dictionary's number, the data key's
/// number and its leaf, a nonce, then AES-256-GCM over zstd, bound to its place by the associated data. One is used by
/// one thread. Those of before say no leaf: they stand under the key of a whole bucket.
public final class Envelope {
    static final byte FORMAT = 2;
    private static final byte WITHOUT_LEAF = 1;
    private static final int NONCE = 12;

    /// Where the data key's number stands.
    static final int KEY_AT = 1 + Short.BYTES;

    /// Where the leaf stands.
    static final int LEAF_AT = KEY_AT + Integer.BYTES;

    private static final int HEADER = LEAF_AT + Integer.BYTES + NONCE;
    private static final int TAG_BITS = 128;

    /// More than any file can hold; a bomb is refused before it is unpacked.
    private static final int UNPACKED_MAX_BYTES = 129 << 20;

    private final SecureRandom random = new SecureRandom();
    private final DataKeys keys;
    private final Cipher cipher;
    private final ZstdCompressCtx press = new ZstdCompressCtx();
    private final ZstdDecompressCtx unpress = new ZstdDecompressCtx();

    Envelope(DataKeys keys) {
        this.keys = keys;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /// Seals a text for a place.
    ///
    /// @param place facility, patient and record it belongs to; opening demands the same
    public byte[] seal(byte[] text, int dictionary, DataKey key, byte[] place) {
        press.loadDict(Dictionaries.pressing(dictionary));
        var pressed = press.compress(text);
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = new byte[HEADER + pressed.length + TAG_BITS / 8];
        ByteBuffer.wrap(sealed)
                .put(FORMAT)
                .putShort((short) dictionary)
                .putInt(key.id())
                .putInt(key.leaf())
                .put(nonce);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            cipher.doFinal(pressed, 0, pressed.length, sealed, HEADER);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /// Opens what was sealed for this place. Anything moved or changed is an `IllegalStateException`.
    ///
    /// @throws ErasedKey when it was erased
    public byte[] open(byte[] sealed, byte[] place) {
        var header = ByteBuffer.wrap(sealed);
        var format = sealed.length < HEADER ? (byte) 0 : header.get();
        if (format != FORMAT && format != WITHOUT_LEAF) {
            throw new IllegalStateException("An envelope of unknown format");
        }
        var dictionary = header.getShort();
        var key = key(format, header);
        var nonce = new byte[NONCE];
        header.get(nonce);
        var at = header.position();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            var pressed = cipher.doFinal(sealed, at, sealed.length - at);
            var size = com.github.luben.zstd.Zstd.getFrameContentSize(pressed);
            if (size < 0 || size > UNPACKED_MAX_BYTES) {
                throw new IllegalStateException("An envelope claims " + size + " bytes");
            }
            unpress.loadDict(Dictionaries.opening(dictionary));
            return unpress.decompress(pressed, (int) size);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An envelope is not where it was sealed for, or was changed", e);
        }
    }

    /// Whether its key was destroyed.
    public boolean isErased(byte[] sealed) {
        try {
            key(sealed[0], ByteBuffer.wrap(sealed).position(KEY_AT));
            return false;
        } catch (ErasedKey erased) {
            return true;
        }
    }

    private SecretKeySpec key(byte format, ByteBuffer header) {
        var id = header.getInt();
        return format == FORMAT ? keys.byId(id, header.getInt()) : keys.ofWholeBucket(id);
    }
}

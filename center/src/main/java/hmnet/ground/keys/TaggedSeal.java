package hmnet.ground.keys;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals words so that equal ones look equal (等値で比べられる封印): a tag, by which they are compared, and behind it the word
/// under AES-CTR with that tag as its nonce. Who opens one makes the tag of the word anew, and refuses another.
public final class TaggedSeal {
    /// How many bytes of a tag stand before the word.
    public static final int TAG = 12;

    /// Words are padded with zeros to a multiple of so many bytes where they must look equally long.
    private static final int BLOCK = 16;

    private static final String NAME = "AES/CTR/NoPadding";
    private final SecretKeySpec key;

    /// Finding one by name takes longer than sealing a word.
    private final ConcurrentLinkedQueue<Cipher> idle = new ConcurrentLinkedQueue<>();

    public TaggedSeal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// @param tag a keyed hash of the word and of where it belongs, 12 bytes at least
    public byte[] seal(byte[] tag, byte[] word) {
        var sealed = Arrays.copyOf(Arrays.copyOf(tag, TAG), TAG + word.length);
        System.arraycopy(counted(tag, word, 0), 0, sealed, TAG, word.length);
        return sealed;
    }

    /// The same for words of up to 15 bytes, or up to 31, that look equally long.
    public byte[] sealPadded(byte[] tag, byte[] word) {
        return seal(tag, Arrays.copyOf(word, Math.ceilDiv(word.length + 1, BLOCK) * BLOCK));
    }

    /// The word, with its padding. The tag is not compared.
    ///
    /// @throws IllegalStateException where there is no tag
    public byte[] open(byte[] sealed) {
        if (sealed.length < TAG) {
            throw new IllegalStateException("A sealed word is too short");
        }
        return counted(sealed, sealed, TAG);
    }

    private byte[] counted(byte[] tag, byte[] text, int from) {
        try {
            var known = idle.poll();
            var cipher = known == null ? Cipher.getInstance(NAME) : known;
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(Arrays.copyOf(Arrays.copyOf(tag, TAG), BLOCK)));
            var done = cipher.doFinal(text, from, text.length - from);
            idle.add(cipher);
            return done;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + NAME, e);
        }
    }
}

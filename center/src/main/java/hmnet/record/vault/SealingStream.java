package hmnet.record.vault;

import hmnet.record.vault.ChunkSeal.ObjectCipher;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/// Seals as it is read (読みながらの封印). One chunk is read ahead, since the last one is marked.
final class SealingStream extends InputStream {
    private final ObjectCipher cipher;
    private final InputStream plain;
    private byte[] ready;
    private int at;
    private byte[] ahead;
    private long chunk;
    private boolean ended;

    SealingStream(ObjectCipher cipher, byte[] head, InputStream plain) {
        this.cipher = cipher;
        this.plain = plain;
        this.ready = head;
        this.ahead = new byte[0];
        this.chunk = -1;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at < ready.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        if (chunk < 0) {
            ahead = plain.readNBytes(ChunkSeal.CHUNK);
            chunk = 0;
        }
        var now = ahead;
        ahead = now.length < ChunkSeal.CHUNK ? new byte[0] : plain.readNBytes(ChunkSeal.CHUNK);
        ended = ahead.length == 0;
        try {
            ready = cipher.crypt(Cipher.ENCRYPT_MODE, chunk++, ended, now, now.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}

package hmnet.record.vault;

import hmnet.record.vault.ChunkSeal.ObjectCipher;
import hmnet.record.vault.ChunkSeal.SealedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/// Opens as it is read (読みながらの開封), chunk by chunk: bytes are handed out when the chunk they stand in was proven.
/// Skipping reads nothing of what lies between.
final class OpeningStream extends InputStream {
    private final ObjectCipher cipher;
    private final UUID object;
    private final long length;
    private final long chunks;
    private final SealedBytes sealed;
    private @Nullable InputStream in;
    private long next;
    private byte[] ready = {};
    private int at;
    private long position;

    OpeningStream(ObjectCipher cipher, UUID object, long length, SealedBytes sealed, long from) throws IOException {
        this.cipher = cipher;
        this.object = object;
        this.length = length;
        this.chunks = ChunkSeal.chunks(length);
        this.sealed = sealed;
        seek(from);
        fill();
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        position++;
        return ready[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var given = Math.min(count, ready.length - at);
        System.arraycopy(ready, at, into, from, given);
        at += given;
        position += given;
        return given;
    }

    @Override
    public long skip(long count) throws IOException {
        var step = Math.min(Math.max(0, count), length - position);
        if (step <= ready.length - at) {
            at += (int) step;
            position += step;
        } else {
            seek(position + step);
        }
        return step;
    }

    /// Whatever stands ready is dropped.
    private void seek(long to) throws IOException {
        close();
        in = null;
        position = to;
        next = Math.min(to / ChunkSeal.CHUNK, chunks - 1);
        ready = new byte[0];
        at = 0;
    }

    private boolean fill() throws IOException {
        if (at < ready.length) {
            return true;
        }
        if (next >= chunks) {
            return false;
        }
        var from = in;
        if (from == null) {
            from = sealed.from(ChunkSeal.HEAD + next * (ChunkSeal.CHUNK + ChunkSeal.TAG));
            in = from;
        }
        var last = next == chunks - 1;
        var bytes = from.readNBytes(ChunkSeal.CHUNK + ChunkSeal.TAG);
        if (last && from.read() >= 0) {
            throw new DamagedObject(object, "it is longer than it was");
        }
        try {
            ready = cipher.crypt(Cipher.DECRYPT_MODE, next, last, bytes, bytes.length);
        } catch (GeneralSecurityException e) {
            throw new DamagedObject(object, "its chunk " + next + " of " + chunks + " was cut, moved or changed");
        }
        at = (int) Math.min(ready.length, position - next * ChunkSeal.CHUNK);
        next++;
        if (ready.length != Math.min(ChunkSeal.CHUNK, length - (next - 1) * ChunkSeal.CHUNK)) {
            throw new DamagedObject(object, "its chunks are not as long as they were");
        }
        return at < ready.length;
    }

    @Override
    public void close() throws IOException {
        var open = in;
        if (open != null) {
            open.close();
        }
    }
}

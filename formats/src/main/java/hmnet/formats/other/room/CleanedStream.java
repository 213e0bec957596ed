package hmnet.formats.other.room;

import hmnet.formats.base.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// What a room writes anew of a large file (書き直した本体), as it is read; the room is given what it asks for meanwhile.
final class CleanedStream extends InputStream {
    private final LargeDialogue dialogue;
    private byte[] piece = {};
    private int at;
    private boolean ended;
    private @Nullable Exception failure;

    CleanedStream(LargeDialogue dialogue) {
        this.dialogue = dialogue;
    }

    /// Why it could not be read to its end; null when it could, or nobody did.
    @Nullable
    Exception failure() {
        return failure;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int given = Math.min(count, piece.length - at);
        System.arraycopy(piece, at, into, from, given);
        at += given;
        return given;
    }

    private boolean fill() throws IOException {
        while (!ended && at == piece.length) {
            try {
                var next = dialogue.nextPiece();
                ended = next == null;
                piece = next == null ? new byte[0] : next;
                at = 0;
            } catch (IOException e) {
                failure = e;
                throw e;
            } catch (Unreadable e) {
                failure = e;
                throw new IOException(e);
            }
        }
        return at < piece.length;
    }
}

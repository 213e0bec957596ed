package hmnet.formats.base.mllp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/// Reads frames from a connection (枠の読取り): 0B … 1C 0D. Memory holds one message at most. A frame that
/// begins anew before its end is forgotten, never joined with the next.
public final class Blocks {
    public static final int BEGIN = 0x0B;
    public static final int END = 0x1C;
    public static final int CR = 0x0D;
    private static final int STRAY_MAX = 4_096;

    private final PushbackInputStream in;
    private final int maxBytes;
    private final Runnable begun;

    /// @param begun told as a frame begins: from then on its time runs
    public Blocks(InputStream in, int maxBytes, Runnable begun) {
        this.in = new PushbackInputStream(new BufferedInputStream(in, 8_192));
        this.maxBytes = maxBytes;
        this.begun = begun;
    }

    public Block next() throws IOException {
        var stray = 0;
        for (var b = in.read(); b != BEGIN; b = in.read()) {
            if (b < 0) {
                return new Block.Ended(stray == 0 ? "closed by the sender" : "closed after " + stray + " stray bytes");
            }
            if (++stray > STRAY_MAX) {
                return new Block.Ended("more than " + STRAY_MAX + " bytes outside of any frame");
            }
        }
        begun.run();
        return frame();
    }

    /// A message with its frame around it.
    public static byte[] framed(byte[] message) {
        var frame = new byte[message.length + 3];
        frame[0] = BEGIN;
        System.arraycopy(message, 0, frame, 1, message.length);
        frame[message.length + 1] = END;
        frame[message.length + 2] = CR;
        return frame;
    }

    private Block frame() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (b == BEGIN) {
                body.reset();
            } else if (b == END) {
                return ended(body);
            } else if (body.size() >= maxBytes) {
                return new Block.Bad(Block.head(body), "more than " + maxBytes + " bytes", true);
            } else {
                body.write(b);
            }
        }
        return new Block.Ended("closed within a message");
    }

    /// After the end mark comes CR. A sender that forgot it and goes on is understood; one that goes on with
    /// something else is not, and is followed to the true end.
    private Block ended(ByteArrayOutputStream body) throws IOException {
        var after = in.read();
        if (after == CR || after == BEGIN) {
            if (after == BEGIN) {
                in.unread(after);
            }
            body.write(END);
            return new Block.Whole(body.toByteArray());
        }
        for (int read = body.size(), last = after; last >= 0 && read <= maxBytes; read++) {
            var b = in.read();
            if (b == BEGIN) {
                in.unread(b);
            }
            if (b == BEGIN || (last == END && b == CR)) {
                return new Block.Bad(Block.head(body), "an end mark within the message", false);
            }
            last = b;
        }
        return new Block.Ended("no end of a message");
    }

    /// What stood between two frames' ends on a connection (受信ブロック).
    public sealed interface Block {
        /// A whole frame.
        ///
        /// @param bytes what stood in it, the end mark (1C) included, so that nobody takes it for a message
        ///     cut off
        @SuppressWarnings("ArrayRecordComponent") // read, never changed
        record Whole(byte[] bytes) implements Block {}

        /// A frame that says more than it may, or whose end mark stands within it.
        ///
        /// @param head its first bytes, to answer it by
        /// @param ends whether nothing more can be read on this connection
        @SuppressWarnings("ArrayRecordComponent") // read, never changed
        record Bad(byte[] head, String why, boolean ends) implements Block {}

        /// Nothing more comes, or nothing that is MLLP.
        record Ended(String why) implements Block {}

        /// The first bytes of what was collected.
        static byte[] head(ByteArrayOutputStream collected) {
            var all = collected.toByteArray();
            return Arrays.copyOf(all, Math.min(all.length, 1_000));
        }
    }
}

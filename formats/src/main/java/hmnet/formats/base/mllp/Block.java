package hmnet.formats.base.mllp;

import java.io.ByteArrayOutputStream;

/// What stood between two frames' ends on a connection (受信ブロック).
public sealed interface Block {
    /// A whole frame.
    ///
    /// @param bytes what stood in it, the end mark (1C) included, so that nobody takes it for a message cut off
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
        return java.util.Arrays.copyOf(all, Math.min(all.length, 1_000));
    }
}

package hmnet.formats.other.room;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.LargeVerdict;
import hmnet.formats.other.picture.LargeBytes;
import hmnet.formats.other.room.ExaminationRoom.CleanedSink;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The talk with a room about a large file (大きなファイルの検査のやりとり): it asks for the bytes it wants to see, hands back what it
/// writes anew, and says what the file is. No file of it touches a disk.
final class LargeDialogue {
    private static final int ASKED_MOST = 1 << 20;

    private final DataInputStream from;
    private final DataOutputStream to;
    private final LargeBytes bytes;

    LargeDialogue(DataInputStream from, DataOutputStream to, LargeBytes bytes) {
        this.from = from;
        this.to = to;
        this.bytes = bytes;
    }

    LargeVerdict ask(String name, CleanedSink sink) throws IOException, Unreadable {
        RoomWire.askLarge(to, name, bytes.length());
        boolean rewritten = false;
        while (true) {
            switch (from.readUnsignedByte()) {
                case RoomWire.READ -> give();
                case RoomWire.CLEANED -> {
                    if (rewritten) {
                        throw new IOException("a second content");
                    }
                    rewritten = true;
                    keep(sink);
                }
                case RoomWire.VERDICT -> {
                    var verdict = RoomWire.verdict(from);
                    if (verdict.rewritten() != rewritten) {
                        throw new IOException("a content that is missing or too many");
                    }
                    return verdict;
                }
                case RoomWire.REFUSAL -> throw RoomWire.refusal(from);
                // From outside: a room that may have been taken over.
                default -> throw new IOException("a word that is none");
            }
        }
    }

    private void keep(CleanedSink sink) throws IOException, Unreadable {
        var cleaned = new CleanedStream(this);
        try {
            sink.keep(cleaned);
            if (!cleaned.ended()) {
                throw new LostSource(new IOException("what was written anew was not read to its end"));
            }
        } catch (IOException | RuntimeException e) {
            switch (cleaned.failure()) {
                case Unreadable refused -> throw refused;
                case IOException broken -> throw broken;
                // From outside: not the room's fault.
                case null, default -> throw new LostSource(e);
            }
        }
    }

    /// Null at the end.
    byte @Nullable [] nextPiece() throws IOException, Unreadable {
        while (true) {
            switch (from.readUnsignedByte()) {
                case RoomWire.READ -> give();
                case RoomWire.PIECE -> {
                    return RoomWire.bytes(from, ASKED_MOST);
                }
                case RoomWire.END -> {
                    return null;
                }
                case RoomWire.REFUSAL -> throw RoomWire.refusal(from);
                // From outside: a room that may have been taken over.
                default -> throw new IOException("a word that is none");
            }
        }
    }

    private void give() throws IOException {
        long at = from.readLong();
        int count = from.readInt();
        if (at < 0 || count < 0 || count > ASKED_MOST) {
            throw new IOException("asks for " + count + " bytes at " + at);
        }
        byte[] asked;
        try {
            asked = bytes.read(at, count);
        } catch (IOException | RuntimeException e) {
            throw new LostSource(e);
        }
        to.writeInt(asked.length);
        to.write(asked);
        to.flush();
    }
}

package hmnet.consent.patientcard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Reads and writes the extension area of a card in a reader (拡張領域の読み書き): SELECT, READ BINARY,
/// UPDATE BINARY. The PIN or key that a real card asks for before an update is its channel's business.
final class ExtensionArea {
    /// The proprietary name (AID) our area is selected by: F0 and HMNET, 01. A real card is given one by its
    /// issuer.
    static final byte[] NAME = {(byte) 0xF0, 'H', 'M', 'N', 'E', 'T', 1};

    private static final int FILE_SIZE = 0x80;

    private ExtensionArea() {}

    /// What stands on a card (読取結果).
    public sealed interface AreaResult {
        record Found(Area area) implements AreaResult {}

        /// The area is there and nothing was written yet.
        record Blank() implements AreaResult {}

        /// The card has no such area.
        record None() implements AreaResult {}

        /// Something is there that is not whole: cut off, or torn while it was written.
        record Damaged() implements AreaResult {}
    }

    /// The result of writing (書込結果).
    public enum WriteResult {
        WRITTEN,
        /// The area holds no more numbers; nothing was changed.
        FULL,
        /// The card has no such area.
        NONE,
        /// What was written does not read back; it is to be written again.
        DAMAGED
    }

    public static AreaResult read(CardChannel channel) throws IOException {
        if (selected(channel).isEmpty()) {
            return new AreaResult.None();
        }
        var head = bytes(channel, Area.HEADER);
        if (blank(head)) {
            return new AreaResult.Blank();
        }
        var length = Area.length(head);
        return length.isEmpty()
                ? new AreaResult.Damaged()
                : Area.read(bytes(channel, length.get()))
                        .<AreaResult>map(AreaResult.Found::new)
                        .orElseGet(AreaResult.Damaged::new);
    }

    private static boolean blank(byte[] head) {
        return head.length == Area.HEADER
                && (Arrays.equals(head, new byte[Area.HEADER]) || Arrays.equals(head, filled(Area.HEADER)));
    }

    private static byte[] filled(int length) {
        var filled = new byte[length];
        Arrays.fill(filled, (byte) 0xFF);
        return filled;
    }

    /// Writes the numbers first and the header with its sum last: a card taken away meanwhile reads as
    /// damaged, never as something else.
    public static WriteResult write(CardChannel channel, Area area) throws IOException {
        var size = selected(channel);
        if (size.isEmpty()) {
            return WriteResult.NONE;
        }
        if (area.size() > size.get()) {
            return WriteResult.FULL;
        }
        var bytes = area.written();
        for (var at = Area.HEADER; at < bytes.length; at += Apdu.MOST_WRITTEN) {
            if (!put(channel, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + Apdu.MOST_WRITTEN)))) {
                return WriteResult.DAMAGED;
            }
        }
        if (!put(channel, 0, Arrays.copyOf(bytes, Area.HEADER))) {
            return WriteResult.DAMAGED;
        }
        return read(channel).equals(new AreaResult.Found(area)) ? WriteResult.WRITTEN : WriteResult.DAMAGED;
    }

    private static boolean put(CardChannel channel, int at, byte[] part) throws IOException {
        return Apdu.send(channel, Apdu.updateBinary(at, part)).status() == Apdu.DONE;
    }

    /// How large the area is; nothing where the card has none.
    private static Optional<Integer> selected(CardChannel channel) throws IOException {
        var answer = Apdu.send(channel, Apdu.select(NAME));
        if (answer.status() == Apdu.NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() != Apdu.DONE) {
            throw new IOException("The card answered SELECT with %04X".formatted(answer.status()));
        }
        return Optional.of(size(answer.data()));
    }

    /// From the file control information: template 62 or 6F, in it tag 80 of two bytes.
    private static int size(byte[] information) throws IOException {
        for (var at = 2; at + 3 < information.length; at += 2 + (information[at + 1] & 0xFF)) {
            if ((information[at] & 0xFF) == FILE_SIZE && information[at + 1] == 2) {
                return (information[at + 2] & 0xFF) << 8 | information[at + 3] & 0xFF;
            }
        }
        throw new IOException("The card does not say how large the area is");
    }

    /// So many bytes from the beginning, or fewer where the area ends before.
    private static byte[] bytes(CardChannel channel, int wanted) throws IOException {
        var read = new ByteArrayOutputStream();
        while (read.size() < wanted) {
            var answer =
                    Apdu.send(channel, Apdu.readBinary(read.size(), Math.min(Apdu.MOST_READ, wanted - read.size())));
            if (answer.status() != Apdu.DONE && answer.status() != Apdu.END_REACHED) {
                if (answer.status() == Apdu.WRONG_OFFSET) {
                    return read.toByteArray();
                }
                throw new IOException("The card answered READ BINARY with %04X".formatted(answer.status()));
            }
            read.writeBytes(answer.data());
            if (answer.status() == Apdu.END_REACHED || answer.data().length == 0) {
                return read.toByteArray();
            }
        }
        return read.toByteArray();
    }
}

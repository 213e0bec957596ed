package hmnet.gateway.box;

import hmnet.formats.base.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Which files of a folder that must stay as it is were taken (取込済みの控え): eight bytes for each name,
/// size and time, on disk and in memory. Forgetting one costs nothing: the centre answers `duplicate`.
final class SeenFiles implements AutoCloseable {
    private static final int WORD = 8;
    private final FileChannel log;
    private long[] table = new long[1 << 12];
    private int size;

    SeenFiles(Path file) throws IOException {
        log = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var whole = log.size() / WORD * WORD;
        var piece = ByteBuffer.allocate(1 << 16);
        for (var at = 0L; at < whole; ) {
            piece.clear().limit((int) Math.min(piece.capacity(), whole - at));
            while (piece.hasRemaining() && log.read(piece, at + piece.position()) >= 0) {
                // until the piece is whole
            }
            at += piece.limit();
            for (piece.flip(); piece.remaining() >= WORD; ) {
                add(piece.getLong());
            }
        }
        log.position(whole);
    }

    boolean has(FileGlance fileGlance) {
        var print = print(fileGlance);
        for (var at = slot(print, table.length); table[at] != 0; at = (at + 1) & (table.length - 1)) {
            if (table[at] == print) {
                return true;
            }
        }
        return false;
    }

    void add(FileGlance fileGlance) throws IOException {
        var print = print(fileGlance);
        log.write(ByteBuffer.allocate(WORD).putLong(print).flip());
        add(print);
    }

    private void add(long print) {
        if (2 * size >= table.length) {
            var former = table;
            table = new long[2 * former.length];
            size = 0;
            for (var word : former) {
                if (word != 0) {
                    add(word);
                }
            }
        }
        var at = slot(print, table.length);
        while (table[at] != 0 && table[at] != print) {
            at = (at + 1) & (table.length - 1);
        }
        size += table[at] == 0 ? 1 : 0;
        table[at] = print;
    }

    private static int slot(long print, int length) {
        return (int) (print >>> 20) & (length - 1);
    }

    private static long print(FileGlance fileGlance) {
        var text = fileGlance.name() + "\0" + fileGlance.size() + "\0" + fileGlance.changedAt();
        return ByteBuffer.wrap(Sha256.of(text)).getLong() | 1;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}

package hmnet.formats.other;

import hmnet.formats.other.picture.LargeBytes;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/// A large PDF as its parser reads it (大きなPDFの読取り): from any place, a block at a time.
final class PdfSource implements RandomAccessRead {
    private static final int BLOCK = 4096;

    private final LargeBytes bytes;
    private final byte[] block = new byte[BLOCK];
    private long blockAt = -1;
    private int blockLength;
    private long position;
    private boolean closed;

    PdfSource(LargeBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        if (position >= bytes.length()) {
            return -1;
        }
        load();
        return block[(int) (position++ - blockAt)] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (position >= bytes.length()) {
            return -1;
        }
        load();
        int given = (int) Math.min(count, blockAt + blockLength - position);
        System.arraycopy(block, (int) (position - blockAt), into, from, given);
        position += given;
        return given;
    }

    private void load() throws IOException {
        if (blockAt >= 0 && position >= blockAt && position < blockAt + blockLength) {
            return;
        }
        long from = position / BLOCK * BLOCK;
        int got = 0;
        int wanted = (int) Math.min(BLOCK, bytes.length() - from);
        while (got < wanted) {
            int more = bytes.read(from + got, block, got, wanted - got);
            if (more <= 0) {
                throw new IOException("cut at " + (from + got));
            }
            got += more;
        }
        blockAt = from;
        blockLength = got;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) {
        position = Math.max(0, to);
    }

    @Override
    public long length() {
        return bytes.length();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= bytes.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() {
        closed = true;
    }
}

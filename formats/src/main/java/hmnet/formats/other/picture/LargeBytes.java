package hmnet.formats.other.picture;

import java.io.IOException;

/// The bytes of a file that is too large for memory (大きなファイルの本体), read from any place.
public interface LargeBytes {
    long length();

    /// Reads as many as there are, at most `count`; 0 at the end.
    int read(long at, byte[] into, int from, int count) throws IOException;

    /// So many bytes from a place on, fewer at the end.
    default byte[] read(long at, int count) throws IOException {
        var bytes = new byte[(int) Math.max(0, Math.min(count, length() - at))];
        int got = 0;
        while (got < bytes.length) {
            int more = read(at + got, bytes, got, bytes.length - got);
            if (more <= 0) {
                throw new IOException("cut at " + (at + got));
            }
            got += more;
        }
        return bytes;
    }

    static LargeBytes of(byte[] bytes) {
        return new LargeBytes() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public int read(long at, byte[] into, int from, int count) {
                int given = (int) Math.max(0, Math.min(count, bytes.length - at));
                System.arraycopy(bytes, (int) Math.min(at, bytes.length), into, from, given);
                return given;
            }
        };
    }
}

package hmnet.formats.other.room;

import hmnet.formats.other.picture.LargeBytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// A large file as a room sees it (検査室から見た本体): asked for block by block; a few blocks stay.
final class RoomBytes implements LargeBytes {
    private static final int BLOCK = 256 << 10;
    private static final int BLOCKS = 32;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final long length;
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(BLOCKS * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > BLOCKS;
        }
    };

    RoomBytes(DataInputStream in, DataOutputStream out, long length) {
        this.in = in;
        this.out = out;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long at, byte[] into, int from, int count) throws IOException {
        if (at >= length || count <= 0) {
            return 0;
        }
        long number = at / BLOCK;
        var block = blocks.get(number);
        if (block == null) {
            block = RoomWire.asked(in, out, number * BLOCK, (int) Math.min(BLOCK, length - number * BLOCK));
            blocks.put(number, block);
        }
        int within = (int) (at - number * BLOCK);
        int given = Math.min(count, block.length - within);
        System.arraycopy(block, within, into, from, given);
        return given;
    }
}

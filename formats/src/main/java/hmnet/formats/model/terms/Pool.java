package hmnet.formats.model.terms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts kept once, one behind another (文字列の置き場): a master repeats its names and codes many times.
final class Pool {
    private static final int HEAD = 2;
    private static final int LONGEST = 0xFFFF;

    private byte[] bytes = new byte[1 << 14];
    private int[] slots = new int[1 << 10];
    private int size = HEAD; // place 0 is the empty text
    private int count;

    /// The place of a text, which is put there when it is new.
    int put(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        var coded = text.getBytes(StandardCharsets.UTF_8);
        if (coded.length > LONGEST) {
            throw new IllegalArgumentException(coded.length + " bytes in one text");
        }
        int slot = slot(coded);
        if (slots[slot] == 0) {
            slots[slot] = append(coded);
            if (++count * 2 > slots.length) {
                grow();
                return find(coded);
            }
        }
        return slots[slot];
    }

    /// The place of a text; 0 when it is not there.
    int find(String text) {
        return text.isEmpty() ? 0 : find(text.getBytes(StandardCharsets.UTF_8));
    }

    private int find(byte[] coded) {
        return slots[slot(coded)];
    }

    String at(int place) {
        return new String(bytes, place + HEAD, length(place), StandardCharsets.UTF_8);
    }

    /// Gives back what it will not need any more.
    void end() {
        bytes = Arrays.copyOf(bytes, size);
    }

    long memory() {
        return bytes.length + (long) slots.length * Integer.BYTES;
    }

    private int length(int place) {
        return (bytes[place] & 0xFF) << Byte.SIZE | bytes[place + 1] & 0xFF;
    }

    private int append(byte[] coded) {
        int place = size;
        size += HEAD + coded.length;
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, bytes.length + (bytes.length >> 1)));
        }
        bytes[place] = (byte) (coded.length >> Byte.SIZE);
        bytes[place + 1] = (byte) coded.length;
        System.arraycopy(coded, 0, bytes, place + HEAD, coded.length);
        return place;
    }

    /// Where a text is, or would be.
    private int slot(byte[] coded) {
        int mask = slots.length - 1;
        int slot = spread(coded, 0, coded.length) & mask;
        while (slots[slot] != 0 && !isAt(slots[slot], coded)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(int place, byte[] coded) {
        int from = place + HEAD;
        return Arrays.equals(bytes, from, from + length(place), coded, 0, coded.length);
    }

    private void grow() {
        var old = slots;
        slots = new int[old.length * 2];
        int mask = slots.length - 1;
        for (int place : old) {
            if (place != 0) {
                int slot = spread(bytes, place + HEAD, length(place)) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = place;
            }
        }
    }

    private static int spread(byte[] of, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + of[i];
        }
        return (hash ^ hash >>> 15) * 0x2C1B3C6D ^ hash >>> 12;
    }
}

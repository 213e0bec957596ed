package hmnet.formats.base.hl7;

import hmnet.formats.base.hl7.Message.Repair;
import java.util.Set;

/// Reads ISO-2022-JP as it is found in the field (7ビットJIS): strict about what it cannot know, lenient
/// about what it can.
///
/// Bytes are decoded before anything is split, since 0x7C and 0x5E are legal second bytes of a kanji.
final class Iso2022Jp {
    private enum Shift {
        ASCII,
        KANA,
        KANJI
    }

    private final byte[] bytes;
    private final int to;
    private final char[] out;
    private final Set<Repair> repairs;
    private int length;

    private Iso2022Jp(byte[] bytes, int from, int to, Set<Repair> repairs) {
        this.bytes = bytes;
        this.to = to;
        this.out = new char[to - from];
        this.repairs = repairs;
    }

    static DecodedText decode(byte[] bytes, int from, int to, Set<Repair> repairs) throws BadMessage {
        var reading = new Iso2022Jp(bytes, from, to, repairs);
        reading.run(from);
        return new DecodedText(reading.out, reading.length);
    }

    private void run(int from) throws BadMessage {
        var shift = Shift.ASCII;
        int i = from;
        while (i < to) {
            int b = bytes[i];
            if (b == 0x1B) {
                shift = escape(i);
                i += 3;
            } else if (b < 0x20) {
                shift = control(b, i, shift);
                i++;
            } else if (shift == Shift.ASCII) {
                out[length++] = (char) b;
                i++;
            } else if (shift == Shift.KANA) {
                out[length++] = kana(b, i);
                i++;
            } else {
                out[length++] = kanji(i);
                i += 2;
            }
        }
        if (shift != Shift.ASCII) {
            throw new BadMessage("truncated", "the text ends within a run of kanji");
        }
    }

    private Shift escape(int at) throws BadMessage {
        if (at + 2 >= to) {
            throw new BadMessage("truncated", "the text ends within an escape sequence");
        }
        return switch (bytes[at + 1] << 8 | bytes[at + 2]) {
            // ESC ( J is JIS-Roman: its yen sign stands at the place of the backslash and is one for HL7.
            case '(' << 8 | 'B', '(' << 8 | 'J' -> Shift.ASCII;
            case '$' << 8 | '@', '$' << 8 | 'B' -> Shift.KANJI;
            case '(' << 8 | 'I' -> Shift.KANA;
            default -> throw new BadMessage("charset", "unknown escape sequence at byte " + at);
        };
    }

    private Shift control(int b, int at, Shift shift) throws BadMessage {
        if (b < 0) {
            throw new BadMessage("charset", "byte 0x%02X at %d is not 7-bit".formatted(b & 0xFF, at));
        }
        if (b != '\r' && b != '\n' && b != '\t') {
            throw new BadMessage("charset", "control byte 0x%02X at %d".formatted(b, at));
        }
        out[length++] = (char) b;
        if (shift != Shift.ASCII) {
            repairs.add(new Repair("kanji-not-closed", "byte " + at, "line ends without ESC ( B"));
        }
        return Shift.ASCII;
    }

    private char kana(int b, int at) throws BadMessage {
        if (b < 0x21 || b > 0x5F) {
            throw new BadMessage("charset", "no half-width kana at byte " + at);
        }
        repairs.add(new Repair("charset-extension", "ESC ( I", "half-width kana"));
        return (char) (0xFF61 + b - 0x21);
    }

    private char kanji(int at) throws BadMessage {
        if (at + 1 >= to) {
            throw new BadMessage("truncated", "the text ends within a kanji");
        }
        int high = bytes[at];
        int low = bytes[at + 1];
        if (high < 0x21 || high > 0x7E || low < 0x21 || low > 0x7E) {
            throw new BadMessage("charset", "no kanji at byte " + at);
        }
        char c = JisX0208.decode(high, low);
        if (c == 0) {
            throw new BadMessage("charset", "no kanji 0x%02X%02X at byte %d".formatted(high, low, at));
        }
        if (JisX0208.isExtension(high, low)) {
            repairs.add(new Repair("charset-extension", "row " + (high - 0x20), "a character outside JIS X 0208"));
        }
        return c;
    }
}

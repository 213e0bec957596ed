package hmnet.record.inbox.numbers;

import hmnet.people.patients.MyNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Where numbers that may be individual numbers stand among the bytes of a file (個人番号らしき12桁), written
/// together or in groups with spaces or dashes between them, half or full width, in JIS, Shift_JIS or UTF-8. One pass
/// in bounded memory, before the bytes are known to be a message at all.
public final class DigitGroups {
    private static final int DIGITS = 12;
    private static final int RUN_MAX = 256;
    private static final int NUMBERS_MAX = 10_000;
    private static final int BETWEEN_MAX = 3;

    /// Wide space, what a dot or a bullet parts, and the lines people draw between groups: −, ー, －, ｰ, ─, ～, 〜.
    private static final Set<Integer> PARTING = Set.of(
            0xE38080, 0xE383BB, 0xE280A2, 0xE28892, 0xE383BC, 0xEFBC8D, 0xEFBDB0, 0xE29480, 0xEFBD9E, 0xE3809C,
            0xE281A0, 0xEFBBBF);

    /// Spaces of other widths and none, and dashes: U+2000 to U+2015, but for marks of direction.
    private static final int SPACES_FIRST = 0xE28080;

    private static final int DASHES_LAST = 0xE28095;

    /// The same in Shift_JIS, behind its first byte: space, dot, ー, ―, ‐, ～, －.
    private static final byte[] PARTING_JIS = {0x40, 0x45, 0x5B, 0x5C, 0x5D, 0x60, 0x7C};

    private final byte[] bytes;
    private final boolean isChecked;
    private final List<Suspect> numbers = new ArrayList<>();
    private final StringBuilder digits = new StringBuilder();
    private final int[] places = new int[RUN_MAX];
    private final List<Integer> groups = new ArrayList<>();
    private int between;
    private boolean kanji;

    private DigitGroups(byte[] bytes, boolean isChecked) {
        this.bytes = bytes;
        this.isChecked = isChecked;
    }

    /// One such number and where each of its digits begins.
    public record Suspect(String digits, List<Integer> places) {}

    public static List<Suspect> in(byte[] bytes) {
        return in(bytes, true);
    }

    /// Every twelve digits, whatever their check digit: people mistype.
    static List<Suspect> unchecked(byte[] bytes) {
        return in(bytes, false);
    }

    private static List<Suspect> in(byte[] bytes, boolean isChecked) {
        var reading = new DigitGroups(bytes, isChecked);
        for (var at = 0; at < bytes.length; ) {
            at += reading.step(at);
        }
        reading.close();
        return reading.numbers;
    }

    /// Blots a number out, each digit by an asterisk of its own width.
    public static void mask(byte[] bytes, Suspect number) {
        for (var at : number.places()) {
            if (bytes[at] == (byte) 0xEF) {
                bytes[at + 2] = (byte) 0x8A;
            } else if (bytes[at] == 0x23 && at + 1 < bytes.length && bytes[at + 1] >= '0' && bytes[at + 1] <= '9') {
                bytes[at] = 0x21;
                bytes[at + 1] = 0x76;
            } else if (bytes[at] == (byte) 0x82) {
                bytes[at] = (byte) 0x81;
                bytes[at + 1] = (byte) 0x96;
            } else {
                bytes[at] = '*';
            }
        }
    }

    private int step(int at) {
        var b = bytes[at];
        if (b == 0x1B && at + 2 < bytes.length) {
            kanji = bytes[at + 1] == '$';
            return 3;
        }
        if (b == '\r' || b == '\n') {
            kanji = false;
        }
        if (kanji) {
            return wide(at);
        }
        if (b >= '0' && b <= '9') {
            digit(b, at);
            return 1;
        }
        if (b == ' ' || b == '-') {
            separator();
            return 1;
        }
        if (b == (byte) 0x82 && at + 1 < bytes.length && bytes[at + 1] >= 0x4F && bytes[at + 1] <= 0x58) {
            digit((byte) (bytes[at + 1] - 0x4F + '0'), at);
            return 2;
        }
        if (partsInTwoBytes(at)) {
            separator();
            return 2;
        }
        return b >= 0 ? other(1) : utf8(at);
    }

    /// One of Shift_JIS, or the space that breaks no line.
    private boolean partsInTwoBytes(int at) {
        if (at + 1 >= bytes.length) {
            return false;
        }
        var next = bytes[at + 1];
        if (bytes[at] == (byte) 0xC2) {
            return next == (byte) 0xA0;
        }
        if (bytes[at] == (byte) 0x81) {
            for (var parting : PARTING_JIS) {
                if (next == parting) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A pair of JIS X 0208.
    private int wide(int at) {
        var pair = at + 1 < bytes.length ? bytes[at] << 8 | bytes[at + 1] : 0;
        if (pair >= 0x2330 && pair <= 0x2339) {
            digit((byte) pair, at);
        } else if (pair == 0x2121
                || pair == 0x2126
                || pair == 0x2141
                || pair == 0x215D
                || pair >= 0x213C && pair <= 0x213E) {
            separator();
        } else {
            close();
        }
        return 2;
    }

    private int utf8(int at) {
        if (at + 2 >= bytes.length) {
            return other(1);
        }
        var three = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
        if (three >= 0xEFBC90 && three <= 0xEFBC99) {
            digit((byte) (three - 0xEFBC90 + '0'), at);
            return 3;
        }
        if (three >= SPACES_FIRST && three <= DASHES_LAST || PARTING.contains(three)) {
            separator();
            return 3;
        }
        return other(1);
    }

    private void digit(byte digit, int at) {
        if (digits.length() == RUN_MAX) {
            return;
        }
        if (between > 0 || digits.isEmpty()) {
            groups.add(digits.length());
            between = 0;
        }
        places[digits.length()] = at;
        digits.append((char) digit);
    }

    private void separator() {
        between = digits.isEmpty() ? 0 : between + 1;
        if (between > BETWEEN_MAX) {
            close();
        }
    }

    private int other(int width) {
        close();
        return width;
    }

    /// Twelve digits from the beginning of a group to the end of the same or a later one.
    private void close() {
        if (digits.isEmpty()) {
            return;
        }
        if (digits.length() >= DIGITS) {
            groups.add(digits.length());
            groups.stream().filter(from -> groups.contains(from + DIGITS)).forEach(this::keep);
        }
        digits.setLength(0);
        groups.clear();
        between = 0;
    }

    private void keep(int from) {
        var number = digits.substring(from, from + DIGITS);
        if ((!isChecked || MyNumber.looksLike(number)) && numbers.size() < NUMBERS_MAX) {
            numbers.add(new Suspect(
                    number, Arrays.stream(places, from, from + DIGITS).boxed().toList()));
        }
    }
}

package hmnet.record.inbox.numbers;

import hmnet.people.patients.MyNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Where numbers that may be individual numbers stand among the bytes of a file (個人番号らしき12桁), written
/// together or in groups with spaces or dashes between them, half or full width or in kanji, in JIS, Shift_JIS or
/// UTF-8. One pass
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

    /// Kanji that are digits, in their order; the last is a zero, too.
    private static final List<Integer> KANJI_UTF8 = List.of(
            0xE38087, 0xE4B880, 0xE4BA8C, 0xE4B889, 0xE59B9B, 0xE4BA94, 0xE585AD, 0xE4B883, 0xE585AB, 0xE4B99D,
            0xE99BB6);

    /// The same in Shift_JIS, and in JIS.
    private static final List<Integer> KANJI_SHIFT_JIS =
            List.of(0x815A, 0x88EA, 0x93F1, 0x8E4F, 0x8E6C, 0x8CDC, 0x985A, 0x8EB5, 0x94AA, 0x8BE3, 0x97EB);

    private static final List<Integer> KANJI_JIS =
            List.of(0x213B, 0x306C, 0x4673, 0x3B30, 0x3B4D, 0x385E, 0x4F3B, 0x3C37, 0x482C, 0x3665, 0x4E6D);

    private final byte[] bytes;
    private final boolean isChecked;
    private final List<Suspect> numbers = new ArrayList<>();
    private final StringBuilder digits = new StringBuilder();
    private final int[] places = new int[RUN_MAX];
    private final DigitWidth[] widths = new DigitWidth[RUN_MAX];
    private final List<Integer> groups = new ArrayList<>();
    private int between;
    private boolean kanji;

    private DigitGroups(byte[] bytes, boolean isChecked) {
        this.bytes = bytes;
        this.isChecked = isChecked;
    }

    /// How a digit is written, and so what blots it out.
    enum DigitWidth {
        PLAIN("*"),
        UTF8("＊"),
        SHIFT_JIS("\u0081\u0096"),
        JIS("!v");

        private final byte[] asterisk;

        DigitWidth(String asterisk) {
            this.asterisk =
                    asterisk.getBytes(asterisk.equals("＊") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        }
    }

    /// One such number, where each of its digits begins, and how it is written.
    public record Suspect(String digits, List<Integer> places, List<DigitWidth> widths) {}

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
        for (var n = 0; n < number.places().size(); n++) {
            var asterisk = number.widths().get(n).asterisk;
            System.arraycopy(asterisk, 0, bytes, number.places().get(n), asterisk.length);
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
            digit(b, at, DigitWidth.PLAIN);
            return 1;
        }
        if (b == ' ' || b == '-') {
            separator();
            return 1;
        }
        if (b == (byte) 0x82 && at + 1 < bytes.length && bytes[at + 1] >= 0x4F && bytes[at + 1] <= 0x58) {
            digit((byte) (bytes[at + 1] - 0x4F + '0'), at, DigitWidth.SHIFT_JIS);
            return 2;
        }
        if (partsInTwoBytes(at)) {
            separator();
            return 2;
        }
        if (isKanji(KANJI_SHIFT_JIS, pair(at), at, DigitWidth.SHIFT_JIS)) {
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
        var pair = pair(at);
        if (pair >= 0x2330 && pair <= 0x2339) {
            digit((byte) pair, at, DigitWidth.JIS);
        } else if (isKanji(KANJI_JIS, pair, at, DigitWidth.JIS)) {
            return 2;
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
            digit((byte) (three - 0xEFBC90 + '0'), at, DigitWidth.UTF8);
            return 3;
        }
        if (isKanji(KANJI_UTF8, three, at, DigitWidth.UTF8)) {
            return 3;
        }
        if (three >= SPACES_FIRST && three <= DASHES_LAST || PARTING.contains(three)) {
            separator();
            return 3;
        }
        return other(1);
    }

    private int pair(int at) {
        return at + 1 < bytes.length ? (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF : 0;
    }

    private boolean isKanji(List<Integer> digits, int character, int at, DigitWidth width) {
        var value = digits.indexOf(character);
        if (value >= 0) {
            digit((byte) ('0' + value % 10), at, width);
        }
        return value >= 0;
    }

    private void digit(byte digit, int at, DigitWidth width) {
        if (digits.length() == RUN_MAX) {
            return;
        }
        if (between > 0 || digits.isEmpty()) {
            groups.add(digits.length());
            between = 0;
        }
        places[digits.length()] = at;
        widths[digits.length()] = width;
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
                    number,
                    Arrays.stream(places, from, from + DIGITS).boxed().toList(),
                    List.of(Arrays.copyOfRange(widths, from, from + DIGITS))));
        }
    }
}

package hmnet.people.folding;

import java.util.regex.Pattern;

/// An address (住所): the place up to its first number, its city, and its numbers in order, four at most.
///
/// 丁目, 番地, 番, 号, の and hyphens are ways of writing the same numbers; the room stands last among them.
public record Address(String place, String city, long numbers) {
    public static final Address NONE = new Address("", "", 0);

    private static final Pattern KANJI_NUMBER =
            Pattern.compile("[〇一二三四五六七八九十百千]+(?=丁目|番|号)|(?<=番地|番地の|番)[〇一二三四五六七八九十百千]+");
    private static final Pattern PREFECTURE = Pattern.compile("^(東京都|北海道|京都府|大阪府|..県|...県)");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int CITY_MAX = 9;
    private static final int BITS = 16;
    private static final int NUMBERS_MAX = 4;

    /// Reads an address as it was written.
    public static Address read(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        var plain = arabic(Characters.folded(text));
        var first = 0;
        while (first < plain.length() && !digit(plain.charAt(first))) {
            first++;
        }
        var place = place(plain.substring(0, first));
        return new Address(place, city(place), numbers(plain, first));
    }

    /// The number at a place of the list, or 0.
    public static int number(long numbers, int place) {
        return (int) (numbers >>> BITS * (NUMBERS_MAX - 1 - place) & 0xFFFF);
    }

    /// How many numbers there are.
    public static int count(long numbers) {
        return NUMBERS_MAX - Math.min(NUMBERS_MAX, Long.numberOfTrailingZeros(numbers) / BITS);
    }

    private static long numbers(String text, int from) {
        var numbers = 0L;
        var count = 0;
        for (var i = from; i < text.length() && count < NUMBERS_MAX; ) {
            if (!digit(text.charAt(i))) {
                i++;
                continue;
            }
            var number = 0;
            for (; i < text.length() && digit(text.charAt(i)); i++) {
                number = Math.min(0xFFFF, number * 10 + text.charAt(i) - '0');
            }
            if (number > 0) {
                numbers |= (long) number << BITS * (NUMBERS_MAX - 1 - count);
                count++;
            }
        }
        return numbers;
    }

    private static String place(String text) {
        var place = PREFECTURE.matcher(text).replaceFirst("");
        return place.replaceAll("[\\s\u3000]|大字|字", "").replaceAll("[ヶケが]", "ケ").replaceAll("[のノ之]", "ノ");
    }

    /// 市 with its 区, or 郡; empty where only the town was written.
    private static String city(String place) {
        var end = firstOf(place, '市', '郡', 1);
        return end < 0 ? "" : place.substring(0, Math.max(end, firstOf(place, '区', '区', end)) + 1);
    }

    private static int firstOf(String place, char a, char b, int from) {
        for (var i = from; i < Math.min(place.length(), CITY_MAX); i++) {
            if (place.charAt(i) == a || place.charAt(i) == b) {
                return i;
            }
        }
        return -1;
    }

    private static String arabic(String text) {
        var found = KANJI_NUMBER.matcher(text);
        return found.find() ? found.replaceAll(number -> Integer.toString(value(number.group()))) : text;
    }

    private static int value(String kanji) {
        var total = 0;
        var part = 0;
        for (var i = 0; i < kanji.length(); i++) {
            var unit = "十百千".indexOf(kanji.charAt(i));
            if (unit >= 0) {
                total += Math.max(part, 1) * (int) Math.pow(10, unit + 1);
                part = 0;
            } else {
                part = part * 10 + DIGITS.indexOf(kanji.charAt(i));
            }
        }
        return total + part;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}

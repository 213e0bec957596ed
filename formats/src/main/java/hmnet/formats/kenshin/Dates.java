package hmnet.formats.kenshin;

import hmnet.formats.base.hl7.Hl7Time;

/// Days as tables write them (日付の読み取り): `20260401`, `2026/4/1`, `S430101`, `3430101`.
final class Dates {
    private static final String LETTERS = "MTSHR";
    private static final int[] YEAR_ZERO = {1867, 1911, 1925, 1988, 2018};

    private Dates() {}

    /// Eight digits, or the text as it was where it names no day.
    static String of(String sent) {
        var text = sent.strip();
        var parts = text.split("[/.-]", -1);
        if (parts.length == 3
                && parts[0].matches("[0-9]{4}")
                && parts[1].matches("[0-9]{1,2}")
                && parts[2].matches("[0-9]{1,2}")) {
            return parts[0] + two(parts[1]) + two(parts[2]);
        }
        if (text.matches("[MTSHRmtshr1-5][0-9]{6}")) {
            char first = Character.toUpperCase(text.charAt(0));
            int era = Character.isDigit(first) ? first - '1' : LETTERS.indexOf(first);
            var full = YEAR_ZERO[era] + Integer.parseInt(text.substring(1, 3)) + text.substring(3);
            return Hl7Time.date(full) == null ? text : full;
        }
        return text;
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}

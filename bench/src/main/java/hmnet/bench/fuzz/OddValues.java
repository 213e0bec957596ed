package hmnet.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Numbers, dates and words that no reader expects where they stand (異常な値).
final class OddValues {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern DAYS = Pattern.compile("[0-9]{4}-?[0-9]{2}-?[0-9]{2}");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "00000000000",
            "2147483648",
            "9223372036854775808",
            "1e1000000000",
            "1E-999999999",
            "-0.0",
            "0x7f",
            ".",
            "１２３",
            "NaN",
            "+",
            "99999999999999999999999999999999999",
            "1.7976931348623157e309",
            "0000",
            "00",
            "32");
    private static final List<String> DATES = List.of(
            "00000000",
            "99999999",
            "20260229",
            "20261301",
            "20260431",
            "0001-01-01",
            "9999-12-31",
            "20260400",
            "2026",
            "202604",
            "5080431",
            "R080431",
            "4260229",
            "-0010101",
            "+9999999990101",
            "202604011",
            "2026-4-1",
            "24000001");
    private static final List<String> WORDS = List.of(
            "\\X..\\",
            "\\X0D\\",
            "\\.br\\",
            "\\F\\\\S\\\\T\\",
            "\\E",
            "\\Z99\\",
            "^~\\&",
            "^^^^^^^^^^^^",
            "~~~~",
            "&&&&",
            "\"\"",
            "\"",
            "''",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?xml version=\"1.0\"?>",
            "&#0;",
            "&#x110000;",
            "&lt",
            "&x;",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>",
            "xmlns:a=\"b\"",
            "<a/>",
            "</a>",
            "{",
            "}",
            "[",
            "]",
            "{\"a\":1,\"a\":2}",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "../../x",
            "/etc/passwd",
            "a\tb",
            "%00",
            "${7*7}",
            "=HYPERLINK(\"x\")",
            "MSH|^~\\&|",
            "PID|",
            "ZZZ|1",
            "RE,",
            "GO,",
            "\u0000",
            "x".repeat(300),
            "|".repeat(80),
            ",".repeat(450));

    private OddValues() {}

    static String any(Random random) {
        int of = random.nextInt(3);
        var list = of == 0 ? NUMBERS : of == 1 ? DATES : WORDS;
        return list.get(random.nextInt(list.size()));
    }

    static byte[] number(byte[] bytes, Random random) {
        return matched(
                bytes,
                DIGITS,
                random,
                random.nextInt(4) == 0 ? "9".repeat(400) : NUMBERS.get(random.nextInt(NUMBERS.size())));
    }

    static byte[] date(byte[] bytes, Random random) {
        return matched(bytes, DAYS, random, DATES.get(random.nextInt(DATES.size())));
    }

    static byte[] word(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return TrialRuns.replaced(bytes, at, at, any(random).getBytes(StandardCharsets.UTF_8));
    }

    /// One of the matches, drawn, becomes the word.
    private static byte[] matched(byte[] bytes, Pattern pattern, Random random, String word) {
        var text = Lines.latin(bytes);
        var matches = pattern.matcher(text).results().toList();
        if (matches.isEmpty()) {
            return word(bytes, random);
        }
        var match = matches.get(random.nextInt(matches.size()));
        return TrialRuns.replaced(bytes, match.start(), match.end(), word.getBytes(StandardCharsets.UTF_8));
    }
}

package hmnet.bench;

import java.util.Locale;
import java.util.SplittableRandom;

/// What goes wrong or differs when a chart is written (記載のゆれ), each with how many of a thousand charts
/// have it.
enum Slip {
    OLD_ADDRESS(150),
    VARIANT_CHARACTER(13),
    READING_TYPO(7),
    ADDRESS_NUMBER(7),
    OTHER_CHARACTER(5),
    NAME_ORDER(3),
    BIRTH_DATE(3),
    INSURANCE(3),
    NO_BIRTH_DATE(1),
    SEX(1);

    private static final String PLAIN = "高崎沢辺島浜広国桜";
    private static final String VARIANT = "髙﨑澤邊嶋濱廣國櫻";
    private static final String KANA = "アイウエオカキクケコサシスセソタチツテト";
    private static final String CHARACTERS = "夢幻影空仮絵想像型例";

    private final int perThousand;

    Slip(int perThousand) {
        this.perThousand = perThousand;
    }

    boolean happens(SplittableRandom lots) {
        return lots.nextInt(1000) < perThousand;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Applied to the columns of one chart, as `Charts` writes them.
    void to(String[] chart, Inhabitant who, SplittableRandom lots) {
        switch (this) {
            case OLD_ADDRESS -> {
                var old = Inhabitant.Dwelling.draw(new SplittableRandom(who.number() * 31L), Charts.TOWNS);
                chart[Charts.POSTAL] = old.postalCode();
                chart[Charts.ADDRESS] = old.written(lots.nextInt(3));
            }
            case VARIANT_CHARACTER ->
                chart[Charts.NAME] = chart[Charts.NAME]
                        .codePoints()
                        .map(c -> PLAIN.indexOf(c) < 0 ? c : VARIANT.charAt(PLAIN.indexOf(c)))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            case READING_TYPO -> chart[Charts.KANA] = changed(chart[Charts.KANA], KANA, lots);
            case OTHER_CHARACTER -> chart[Charts.NAME] = changed(chart[Charts.NAME], CHARACTERS, lots);
            case ADDRESS_NUMBER -> {
                var home = who.home();
                chart[Charts.ADDRESS] = new Inhabitant.Dwelling(
                                home.town(), home.district(), home.block(), home.house() + 1)
                        .written(lots.nextInt(3));
            }
            case NAME_ORDER -> {
                chart[Charts.NAME] = who.given() + "　" + who.surname();
                chart[Charts.KANA] = who.givenKana() + "　" + who.surnameKana();
            }
            case BIRTH_DATE -> {
                var day = who.born().plusDays(lots.nextBoolean() ? 1 : 10);
                chart[Charts.BORN] = day.toString().replace("-", "");
            }
            case NO_BIRTH_DATE -> chart[Charts.BORN] = "";
            case SEX -> chart[Charts.SEX] = who.woman() ? "M" : "F";
            case INSURANCE -> chart[Charts.INSURED] = changed(chart[Charts.INSURED], "0123456789", lots);
        }
    }

    /// One character after the first replaced by another.
    private static String changed(String text, String by, SplittableRandom lots) {
        if (text.length() < 2) {
            return text;
        }
        var at = 1 + lots.nextInt(text.length() - 1);
        return text.substring(0, at) + by.charAt(lots.nextInt(by.length())) + text.substring(at + 1);
    }
}

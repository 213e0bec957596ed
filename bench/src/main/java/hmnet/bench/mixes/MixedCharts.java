package hmnet.bench.mixes;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/// One human as one chart tells of them (カルテの記載): now or as they were before, with gaps and slips.
final class MixedCharts {
    private static final int NAME = 0;
    private static final int KANA = 1;
    private static final int SEX = 2;
    private static final int BORN = 3;
    private static final String PLAIN = "高崎沢辺島浜広国桜斎恵";
    private static final String VARIANT = "髙﨑澤邊嶋濱廣國櫻齋惠";
    private static final String SOUNDS = "アイウエオカキクケコサシスセソタチツテトナニヌネノマミムメモ";
    private static final String VOICED = "ガギグゲゴザジズゼゾダデドバビブベボ";
    private static final String VOICELESS = "カキクケコサシスセソタテトハヒフヘホ";
    private static final String[] BABIES = {"ベビー", "ベビー", "児", "新生児", "女児", "男児", "ベビ", "BABY", "第一子"};
    private static final String[] BABY_SOUNDS = {"ベビー", "ベビー", "ジ", "シンセイジ", "ジョジ", "ダンジ", "ベビ", "ベビー", "ダイイッシ"};
    private final MixShares shares;
    private final SplittableRandom lots;

    MixedCharts(MixShares shares, SplittableRandom lots) {
        this.shares = shares;
        this.lots = lots;
    }

    /// Name, kana, sex, birth date, postal code, address, telephone, insurer, symbol, number, branch.
    String[] written(MixHuman human, boolean asBaby, List<String> slips) {
        var name = asBaby ? baby(human) : name(human, slips);
        if (asBaby) {
            slips.add("baby");
        }
        var old = !asBaby && !human.home().equals(human.before()) && lots.nextInt(100) < 38;
        if (old) {
            slips.add("old_address");
        }
        var home = old ? human.before() : human.home();
        var wrong = happens(7);
        var insurance = asBaby || lots.nextDouble() < .13 * shares.gaps()
                ? MixInsurance.NONE
                : lots.nextInt(100) < 35 ? human.insuredBefore() : human.insurance();
        var at = (wrong ? home.misnumbered(lots) : home).written(lots);
        var chart = new String[] {
            name.characters(),
            name.reading(),
            human.woman() ? "F" : "M",
            DateTimeFormatter.BASIC_ISO_DATE.format(human.born()),
            lots.nextDouble() < .14 * shares.gaps() ? "" : home.postalCode(lots),
            lots.nextDouble() < .09 * shares.gaps() ? "" : at,
            phone(human, home),
            insurance.insurer(),
            insurance.symbol(),
            insurance.number(),
            !insurance.own() && !insurance.equals(MixInsurance.NONE) && lots.nextDouble() < shares.branches()
                    ? "%02d".formatted(insurance.branch())
                    : ""
        };
        slips(chart, human, asBaby, slips);
        return chart;
    }

    private MixName baby(MixHuman human) {
        var kind = lots.nextInt(BABIES.length);
        var of = Objects.requireNonNull(human.mother());
        var mothers = lots.nextInt(4) == 0 && kind < 2;
        var space = lots.nextInt(3) == 0 ? "" : lots.nextBoolean() ? "　" : " ";
        var ordinal = human.kinds().contains("twin") && kind != 8 && lots.nextBoolean()
                ? String.valueOf(1 + human.number() % 2)
                : "";
        return new MixName(
                of.family() + space + (mothers ? of.given() : "") + BABIES[kind] + ordinal,
                MixName.kana(of.familyKana() + " " + (mothers ? of.givenKana() : "") + BABY_SOUNDS[kind], lots),
                List.of());
    }

    private MixName name(MixHuman human, List<String> slips) {
        var foreign = human.foreign();
        if (foreign != null) {
            var alias = human.alias();
            if (alias != null && lots.nextInt(100) < 45) {
                slips.add("alias");
                slips.add("foreign");
                return MixName.of(alias, lots);
            }
            var name = MixName.of(foreign, shares, lots);
            slips.addAll(name.slips());
            return name;
        }
        var formerly = human.formerly();
        if (formerly == null || lots.nextInt(100) >= 45) {
            return MixName.of(human.name(), lots);
        }
        slips.add("renamed");
        var now = MixName.of(human.name(), lots);
        return lots.nextInt(25) == 0
                ? new MixName(
                        human.name().family() + "（" + formerly.family() + "）　"
                                + human.name().given(),
                        now.reading(),
                        List.of())
                : MixName.of(human.name().withFamily(formerly), lots);
    }

    private String phone(MixHuman human, MixHome home) {
        return lots.nextDouble() < .25 * shares.gaps()
                ? ""
                : lots.nextInt(100) < 45 && !home.phone().isEmpty() ? home.phone() : human.mobile();
    }

    private void slips(String[] chart, MixHuman human, boolean asBaby, List<String> slips) {
        var japanese = human.foreign() == null && !asBaby;
        if (happens(13)) {
            chart[NAME] = lots.nextInt(6) == 0 && japanese ? "●" + chart[NAME].substring(1) : variants(chart[NAME]);
            slips.add("variant");
        }
        if (japanese && happens(5)) {
            var other = human.name().otherCharacters(lots);
            chart[NAME] = chart[NAME].replace(human.name().given(), other);
            slips.add("characters");
        }
        if (japanese && happens(4)) {
            chart[KANA] = human.name().familyKana() + "　" + human.name().guessedReading(lots);
            slips.add("misread");
        }
        if (happens(8)) {
            chart[KANA] = changed(chart[KANA], SOUNDS);
            slips.add("reading_typo");
        }
        if (happens(3)) {
            var at = lots.nextInt(VOICED.length());
            chart[KANA] =
                    chart[KANA].replace(VOICED.charAt(at), VOICELESS.charAt(at)).replace("ー", "");
            slips.add("reading_loose");
        }
        if (japanese && lots.nextInt(100) < 3) {
            chart[KANA] = "";
        } else if (japanese && lots.nextInt(1000) < 3) {
            chart[NAME] = "";
        }
        if (japanese && happens(1)) {
            chart[NAME] = human.name().given() + "　" + human.name().family();
            chart[KANA] = human.name().givenKana() + "　" + human.name().familyKana();
            slips.add("order");
        }
        if (happens(3)) {
            chart[BORN] = birth(human);
            slips.add("birth_date");
        }
        if (happens(1)) {
            chart[BORN] = "";
            slips.add("birth_date");
        }
        if (happens(1)) {
            chart[SEX] = lots.nextBoolean() ? "" : human.woman() ? "M" : "F";
            slips.add("sex");
        }
        if (happens(3) && !chart[9].isEmpty()) {
            chart[9] = changed(chart[9], "0123456789");
            slips.add("insurance");
        }
        if (happens(2) && !chart[10].isEmpty()) {
            chart[10] = "%02d".formatted(lots.nextInt(6));
            slips.add("insurance");
        }
    }

    private String birth(MixHuman human) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                switch (lots.nextInt(4)) {
                    case 0 -> human.born().plusDays(lots.nextInt(12) - 6);
                    case 1 -> human.born().plusMonths(1);
                    case 2 -> human.born().plusYears(lots.nextBoolean() ? 1 : 10);
                    // From outside: the rest of the lots.
                    default -> human.born().plusYears(human.born().getYear() < 1989 ? -63 + 63 * lots.nextInt(2) : -30);
                });
    }

    private boolean happens(int perThousand) {
        return lots.nextDouble() * 1000 < perThousand * shares.slips();
    }

    private static String variants(String text) {
        return text.codePoints()
                .map(c -> PLAIN.indexOf(c) < 0 ? c : VARIANT.charAt(PLAIN.indexOf(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String changed(String text, String by) {
        if (text.length() < 2) {
            return text;
        }
        var at = 1 + lots.nextInt(text.length() - 1);
        return text.charAt(at) == ' ' || text.charAt(at) == '　'
                ? text
                : text.substring(0, at) + by.charAt(lots.nextInt(by.length())) + text.substring(at + 1);
    }
}

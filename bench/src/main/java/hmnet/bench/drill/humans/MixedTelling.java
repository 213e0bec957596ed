package hmnet.bench.drill.humans;

import hmnet.bench.drill.humans.MixedHuman.MixedName;
import hmnet.formats.model.chart.Demographics;
import hmnet.people.patients.PatientClaim;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// How messages tell of a human (電文の書き方): fields are missing, spelled otherwise or wrong, as staff and systems do it.
final class MixedTelling {
    private static final MixedName BABY = new MixedName("ベビー", "ベビー", "BABY");
    private static final String WIDE = "アイウエオカキクケコサシスセソタチツテトナニノハヒヘホマミムメモヤユヨラリルレロワンァィゥェォャュョッー";
    private static final String NARROW = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾉﾊﾋﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｧｨｩｪｫｬｭｮｯｰ";

    private final SplittableRandom lots;

    MixedTelling(SplittableRandom lots) {
        this.lots = lots;
    }

    /// @param named the message gives at least a name: without name and birth date nobody could say whose
    ///     it is
    PatientClaim claim(MixedHuman human, OffsetDateTime at, boolean named) {
        var master = chance(45);
        var today = at.toLocalDate();
        var nameless = !named && chance(5);
        var person = new Demographics("", "", "", "", born(human), sex(human), "", "", "", told(human, today));
        var alive = human.died() == null && chance(30) ? today : null;
        var home = chance(20) ? "" : human.home();
        return new PatientClaim("1", written(human, person, home, nameless), at, master, null, alive, null);
    }

    private Demographics written(MixedHuman human, Demographics person, String home, boolean nameless) {
        var family = human.family();
        var given = human.named() ? human.given() : BABY;
        if (nameless) {
            return filled(person, "", "", "", "", home);
        }
        if (human.foreign() && chance(25) || chance(2)) {
            return filled(person, family.kana(), given.kana(), "", "", home);
        }
        if (human.named() && chance(2)) {
            return filled(person, family.latin(), given.latin(), "", "", home);
        }
        if (chance(1)) {
            return filled(person, given.characters(), family.characters(), given.kana(), family.kana(), home);
        }
        var kana = chance(80);
        var narrow = chance(20);
        return filled(
                person,
                older(family.characters()),
                human.foreign() && chance(10) ? given.characters().replaceAll(" .*", "") : mistyped(given.characters()),
                kana ? reading(family.kana(), narrow) : "",
                kana ? reading(given.kana(), narrow) : "",
                home);
    }

    private static Demographics filled(
            Demographics person, String family, String given, String familyKana, String givenKana, String home) {
        return new Demographics(
                family, given, familyKana, givenKana, person.birthDate(), person.sex(), "", home, "", person.diedOn());
    }

    private @Nullable LocalDate born(MixedHuman human) {
        return chance(10) ? null : chance(4) ? slip(human.born()) : human.born();
    }

    private String sex(MixedHuman human) {
        return chance(10) ? "unknown" : chance(2) ? (human.sex().equals("male") ? "female" : "male") : human.sex();
    }

    private @Nullable LocalDate told(MixedHuman human, LocalDate today) {
        var died = human.died();
        return died != null && !died.isAfter(today) && chance(70) ? died : null;
    }

    /// A digit, or two neighbours exchanged.
    private LocalDate slip(LocalDate day) {
        var month = day.getMonthValue();
        var slipped = switch (lots.nextInt(3)) {
            case 0 -> day.plusDays(day.getDayOfMonth() % 10 == 9 ? -1 : 1);
            case 1 -> day.withMonth(month == 9 || month == 12 ? month - 1 : month + 1);
            default -> day.plusYears(day.getYear() % 10 == 9 ? -1 : 1);
        };
        return slipped;
    }

    private String older(String family) {
        return chance(30) ? family.replace('髙', '高').replace('邉', '辺') : family;
    }

    private String mistyped(String given) {
        return chance(2) ? given.replace('子', '了').replace('郎', '朗').replace('翔', '祥') : given;
    }

    private String reading(String kana, boolean narrow) {
        var typed = chance(2) ? kana.replace('ウ', 'オ').replace('コ', 'ゴ') : kana;
        return narrow ? narrow(typed) : typed;
    }

    private static String narrow(String kana) {
        var text = new StringBuilder();
        Normalizer.normalize(kana, Normalizer.Form.NFD).chars().forEach(c -> {
            var place = WIDE.indexOf(c);
            text.append(place >= 0 ? NARROW.charAt(place) : c == 0x3099 ? 'ﾞ' : c == 0x309A ? 'ﾟ' : (char) c);
        });
        return text.toString();
    }

    static String wide(String kana) {
        return Normalizer.normalize(kana, Normalizer.Form.NFKC);
    }

    private boolean chance(int percent) {
        return lots.nextInt(100) < percent;
    }
}

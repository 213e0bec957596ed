package hmnet.bench.drill.humans;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One human of a random mix (乱数の人), as they truly are on a day.
///
/// @param family characters, reading and Latin letters of the surname
/// @param given the same of the given name
/// @param sex `male` or `female`
/// @param foreign whose name is told in Latin letters or in katakana
/// @param named whether a newborn has a name by now
record MixedHuman(
        MixedName family,
        MixedName given,
        LocalDate born,
        String sex,
        String home,
        boolean foreign,
        boolean named,
        @Nullable LocalDate died) {

    /// One part of a name in three scripts.
    record MixedName(String characters, String kana, String latin) {}

    MixedHuman married(MixedName other) {
        return new MixedHuman(other, given, born, sex, home, foreign, named, died);
    }

    MixedHuman living(String elsewhere) {
        return new MixedHuman(family, given, born, sex, elsewhere, foreign, named, died);
    }

    MixedHuman withName() {
        return new MixedHuman(family, given, born, sex, home, foreign, true, died);
    }

    MixedHuman dead(LocalDate on) {
        return new MixedHuman(family, given, born, sex, home, foreign, named, on);
    }

    /// Whether a name is written as one of theirs is, in any script.
    boolean isCalled(String name) {
        var older = (family.characters() + given.characters()).replace('髙', '高').replace('邉', '辺');
        return name.replace('髙', '高').replace('邉', '辺').equals(older)
                || name.equals(family.kana() + given.kana())
                || name.equals(family.latin() + given.latin());
    }

    /// As a hospital would find a twin among its charts.
    boolean looksLikeATwinOf(MixedHuman other) {
        return born.equals(other.born)
                && (home.equals(other.home)
                        || family.characters().charAt(0)
                                == other.family.characters().charAt(0));
    }
}

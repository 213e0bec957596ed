package hmnet.bench.mixes;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One human of a made-up region (架空の住民): what they are called, where they live, and what each of it was before.
///
/// @param formerly the family name before a marriage, or null
/// @param alias the name of daily life of a foreigner, or null
/// @param mother the given name of the mother where this human was first known as her baby, else null
/// @param kinds what is peculiar: twin, namesake …
record MixHuman(
        int number,
        JapaneseName name,
        @Nullable ForeignName foreign,
        @Nullable JapaneseName alias,
        @Nullable JapaneseName formerly,
        @Nullable JapaneseName mother,
        boolean woman,
        LocalDate born,
        MixHome home,
        MixHome before,
        String mobile,
        MixInsurance insurance,
        MixInsurance insuredBefore,
        List<String> kinds) {
    static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    static LocalDate birthday(SplittableRandom lots) {
        return TODAY.minusDays(1 + (int) (lots.nextDouble() * 36_000 * (.4 + .6 * lots.nextDouble())));
    }

    static String mobile(SplittableRandom lots) {
        return "0%d0-%04d-%04d".formatted(7 + lots.nextInt(3), lots.nextInt(10_000), lots.nextInt(10_000));
    }

    boolean baby() {
        return mother != null;
    }
}

package hmnet.matching;

import static hmnet.matching.Field.*;

/// What may be linked without a human (名寄せ方針): odds alone never suffice where a mistake would be grave.
final class Policy {
    /// One wrong link in two thousand at the border, far fewer above it.
    static final double LINK = Math.log(2000);
    /// Where nothing but name and birth date agrees: one in ten million, that is only with a rare name.
    static final double LINK_BARE = Math.log(1e7);
    /// Where no is likelier than yes nobody's time is spent.
    static final double REVIEW = 0;

    private Policy() {}

    static Outcome outcome(int pattern, double odds) {
        if (otherGiven(pattern) && BIRTH.level(pattern) != 0 && CHART.level(pattern) != CHART_SAME_NUMBER) {
            return Outcome.SEPARATE;
        }
        if (odds >= (contact(pattern) ? LINK : LINK_BARE) && !needsHuman(pattern)) {
            return Outcome.LINK;
        }
        return odds >= REVIEW || CHART.level(pattern) == CHART_SAME_NUMBER ? Outcome.REVIEW : Outcome.SEPARATE;
    }

    /// Whether what is known of both contradicts that they are one, however much they share.
    static boolean conflict(int pattern) {
        return otherGiven(pattern) || BIRTH.level(pattern) == BIRTH_OTHER;
    }

    private static boolean needsHuman(int pattern) {
        return conflict(pattern)
                || SEX.level(pattern) == SEX_OTHER && GIVEN.level(pattern) / SOUNDS != SAME
                || nameless(pattern)
                || CHART.level(pattern) == CHART_SAME_FACILITY && weakName(pattern);
    }

    /// Name and birth date alone may be a namesake's: something of home, telephone or insurance must agree.
    static boolean contact(int pattern) {
        return ADDRESS.level(pattern) <= ADDRESS_POSTAL
                || PHONE.level(pattern) <= PHONE_SLIP
                || INSURANCE.level(pattern) <= INSURANCE_SLIP;
    }

    /// Born the same day into the same home: a baby's chart and, perhaps, the named child's.
    static boolean maybeBaby(int pattern) {
        return BIRTH.level(pattern) == 0
                && SEX.level(pattern) != SEX_OTHER
                && SURNAME.level(pattern) / SOUNDS != OTHER
                && contact(pattern);
    }

    static boolean otherGiven(int pattern) {
        var given = GIVEN.level(pattern);
        var characters = given / SOUNDS;
        var sounds = given % SOUNDS;
        return characters >= OTHER && sounds >= SOUNDS_OTHER && !(characters == UNKNOWN && sounds == SOUNDS_UNKNOWN);
    }

    private static boolean nameless(int pattern) {
        return GIVEN.level(pattern) == GIVEN.levels - 1 && SURNAME.level(pattern) == SURNAME.levels - 1;
    }

    private static boolean weakName(int pattern) {
        var given = GIVEN.level(pattern);
        return given / SOUNDS != SAME && given % SOUNDS != SOUNDS_SAME;
    }
}

package hmnet.matching;

import static hmnet.matching.Field.*;

/// What may be linked without a human (名寄せ方針): odds alone never suffice where a mistake would be grave.
final class Policy {
    /// One wrong link in two thousand at the border, far fewer above it.
    static final double LINK = Math.log(2000);
    /// Where nothing but name and birth date agrees: one in ten million, that is only with a rare name.
    static final double LINK_BARE = Math.log(1e7);
    /// The same where no home, telephone or insurance is known that could contradict.
    static final double LINK_NAKED = Math.log(1e6);
    /// Below four to one nobody's time is spent.
    static final double REVIEW = Math.log(4);

    private Policy() {}

    static Outcome outcome(int pattern, double odds) {
        if (otherGiven(pattern) && BIRTH.level(pattern) != 0 && CHART.level(pattern) != CHART_SAME_NUMBER) {
            return Outcome.SEPARATE;
        }
        if (odds >= needed(pattern) && !needsHuman(pattern)) {
            return Outcome.LINK;
        }
        return odds >= REVIEW || CHART.level(pattern) == CHART_SAME_NUMBER ? Outcome.REVIEW : Outcome.SEPARATE;
    }

    private static double needed(int pattern) {
        if (contact(pattern)) {
            return LINK;
        }
        var unknown = ADDRESS.level(pattern) == ADDRESS_UNKNOWN
                && PHONE.level(pattern) == PHONE_UNKNOWN
                && INSURANCE.level(pattern) == INSURANCE_UNKNOWN;
        return unknown ? LINK_NAKED : LINK_BARE;
    }

    /// Whether what is known of both contradicts that they are one, however much they share.
    static boolean conflict(int pattern) {
        var otherBirth = BIRTH.level(pattern) == BIRTH_OTHER;
        return INSURANCE.level(pattern) == INSURANCE_PERSONAL
                ? otherGiven(pattern) && otherBirth
                : otherGiven(pattern) || otherBirth;
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

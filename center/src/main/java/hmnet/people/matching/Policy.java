package hmnet.people.matching;

import static hmnet.people.matching.ComparedField.*;

/// What may be linked without a human (名寄せ方針): odds alone never suffice where a mistake would be grave.
///
/// @param link  logarithm of the odds that link two charts which share home, telephone or insurance
/// @param naked the same where nothing of the three is known that could contradict
/// @param bare  the same where nothing but name and birth date agrees: only a rare name gets there
/// @param careful whether contradictions in given name, birth date or sex always need a human
public record Policy(double link, double naked, double bare, boolean careful) {
    /// For charts of a region: hardly one wrong link in five hundred at the border, far fewer above it.
    public static final Policy REGION = new Policy(Math.log(500), Math.log(1e6), Math.log(1e7), true);

    /// Whichever is likelier, for measuring the odds themselves.
    static final Policy ODDS = new Policy(0, 0, 0, false);

    /// Below a hundred to one nobody's time is spent: of such pairs five in six are relatives and namesakes.
    private static final double REVIEW = Math.log(100);

    /// The same where nothing but name and birth date agrees, or nothing more is known: below it every third is a
    /// namesake.
    private static final double BARE_REVIEW = Math.log(1000);

    MatchOutcome outcome(int pattern, double odds) {
        var sameNumber = CHART.level(pattern) == CHART_SAME_NUMBER;
        if (careful && (relative(pattern) || namesake(pattern)) && !sameNumber) {
            return MatchOutcome.SEPARATE;
        }
        if (odds >= needed(pattern) && !needsHuman(pattern)) {
            return MatchOutcome.LINK;
        }
        return odds >= (contact(pattern) ? REVIEW : BARE_REVIEW) || sameNumber || careful && maybeAlias(pattern)
                ? MatchOutcome.REVIEW
                : MatchOutcome.SEPARATE;
    }

    /// Another name altogether, and all else the same: perhaps the name of daily life (通称名).
    private static boolean maybeAlias(int pattern) {
        var surname = SURNAME.level(pattern);
        var own = PHONE.level(pattern) == 0 && INSURANCE.level(pattern) <= INSURANCE_BRANCH
                || ADDRESS.level(pattern) <= ADDRESS_SHORTER
                        && (PHONE.level(pattern) == 0 || INSURANCE.level(pattern) <= INSURANCE_FAMILY);
        return own
                && BIRTH.level(pattern) == 0
                && SEX.level(pattern) == 0
                && INSURANCE.level(pattern) != INSURANCE_OTHER_BRANCH
                && surname / SOUNDS >= OTHER
                && surname % SOUNDS >= SOUNDS_OTHER;
    }

    /// Whether what is known of both contradicts that they are one, however much they share.
    public boolean conflict(int pattern) {
        if (!careful) {
            return false;
        }
        var otherBirth = BIRTH.level(pattern) == BIRTH_OTHER;
        var otherGiven = otherGiven(pattern) && !readOtherwise(pattern);
        return INSURANCE.level(pattern) == INSURANCE_PERSONAL ? otherGiven && otherBirth : otherGiven || otherBirth;
    }

    /// Born the same day, and written in two scripts whose readings differ: 姜 恩秀, キョウ オンシュウ, and カン ウンス.
    private static boolean readOtherwise(int pattern) {
        return GIVEN.level(pattern) / SOUNDS == UNKNOWN && BIRTH.level(pattern) == 0 && SEX.level(pattern) != SEX_OTHER;
    }

    /// Born the same day into the same home: a baby's chart and, perhaps, the named child's.
    static boolean maybeBaby(int pattern) {
        return BIRTH.level(pattern) == 0
                && SEX.level(pattern) != SEX_OTHER
                && SURNAME.level(pattern) / SOUNDS != OTHER
                && contact(pattern);
    }

    private double needed(int pattern) {
        if (contact(pattern)) {
            return link;
        }
        var unknown = ADDRESS.level(pattern) == ADDRESS_UNKNOWN
                && PHONE.level(pattern) == PHONE_UNKNOWN
                && INSURANCE.level(pattern) == INSURANCE_UNKNOWN;
        return unknown ? naked : bare;
    }

    private boolean needsHuman(int pattern) {
        var sameFacility = CHART.level(pattern) == CHART_SAME_FACILITY;
        return careful
                && (conflict(pattern)
                        || otherGiven(pattern) && INSURANCE.level(pattern) != INSURANCE_PERSONAL
                        || SEX.level(pattern) == SEX_OTHER && GIVEN.level(pattern) / SOUNDS != SAME
                        || nameless(pattern)
                        || maybeTwin(pattern)
                        || maybeTwinOfOneReading(pattern)
                        || maybeFather(pattern)
                        || sameFacility && weakGiven(pattern));
    }

    /// Another given name and another birthday, under a number that families share.
    private static boolean relative(int pattern) {
        return otherGiven(pattern) && BIRTH.level(pattern) != 0 && INSURANCE.level(pattern) != INSURANCE_PERSONAL;
    }

    /// Another birthday, and nothing in common but the name or what a family shares: of such pairs of one name six in
    /// seven are father and son, or strangers. A number of one's own, or one's own branch of it, is no namesake's.
    private static boolean namesake(int pattern) {
        return BIRTH.level(pattern) == BIRTH_OTHER && INSURANCE.level(pattern) > INSURANCE_BRANCH;
    }

    /// Name and birth date alone may be a namesake's: something of home, telephone or insurance must agree.
    private static boolean contact(int pattern) {
        return ADDRESS.level(pattern) <= ADDRESS_POSTAL
                || PHONE.level(pattern) <= PHONE_SLIP
                || INSURANCE.level(pattern) <= INSURANCE_SLIP;
    }

    private static boolean otherGiven(int pattern) {
        var characters = GIVEN.level(pattern) / SOUNDS;
        var sounds = GIVEN.level(pattern) % SOUNDS;
        return characters >= OTHER && sounds >= SOUNDS_OTHER && !(characters == UNKNOWN && sounds == SOUNDS_UNKNOWN);
    }

    private static boolean nameless(int pattern) {
        return GIVEN.level(pattern) == GIVEN.levels - 1 && SURNAME.level(pattern) == SURNAME.levels - 1;
    }

    /// 幸代 and 幸子: characters and sounds of the given name are both a little different, or more. Twins share no
    /// number of their own.
    private static boolean maybeTwin(int pattern) {
        var characters = GIVEN.level(pattern) / SOUNDS;
        var sounds = GIVEN.level(pattern) % SOUNDS;
        return INSURANCE.level(pattern) != INSURANCE_PERSONAL
                && (characters == NEAR || characters == OTHER)
                && sounds >= SOUNDS_NEAR;
    }

    /// 陸 and 空, both リク: what only households share does not tell twins apart.
    private static boolean maybeTwinOfOneReading(int pattern) {
        return GIVEN.level(pattern) / SOUNDS == OTHER
                && GIVEN.level(pattern) % SOUNDS == SOUNDS_SAME
                && PHONE.level(pattern) != 0
                && INSURANCE.level(pattern) > INSURANCE_BRANCH;
    }

    /// 大樹, ダイキ and オオキ, born the same day of other years: father and son.
    private static boolean maybeFather(int pattern) {
        return (BIRTH.level(pattern) == BIRTH_PART || BIRTH.level(pattern) == BIRTH_ERA)
                && GIVEN.level(pattern) % SOUNDS == SOUNDS_OTHER
                && INSURANCE.level(pattern) != INSURANCE_PERSONAL;
    }

    private static boolean weakGiven(int pattern) {
        return GIVEN.level(pattern) / SOUNDS != SAME && GIVEN.level(pattern) % SOUNDS != SOUNDS_SAME;
    }
}

package hmnet.people.matching;

import static hmnet.people.matching.Relation.*;

/// What is known before any chart is read (事前知識): enough for two hundred charts, outweighed by a thousand.
final class Prior {
    private static final double UNKNOWN_CHARACTERS = 0.03;
    private static final double UNKNOWN_SOUNDS = 0.04;

    private Prior() {}

    static double[][] of(Relation relation) {
        return new double[][] {
            surname(relation),
            given(relation),
            birth(relation),
            sex(relation),
            address(relation),
            phone(relation),
            insurance(relation),
            chart(relation)
        };
    }

    /// Rows: characters same, near, other; columns: sounds same, loosely the same, near, other.
    private static double[] surname(Relation relation) {
        return switch (relation) {
            case SAME, MOVED -> name(.95, .01, .01, .006, .006, 1e-5, 1e-4, 1e-4, .005, 1e-5, 1e-4, .003);
            case RENAMED -> name(1e-3, 1e-5, 1e-5, .03, 1e-4, 1e-5, 1e-4, .02, 1e-3, 1e-4, .01, .94);
            case FAMILY -> name(.90, .01, .01, .006, .006, 1e-5, 1e-4, 1e-3, .005, 1e-4, 1e-3, .06);
            case TWIN -> name(.96, .01, .01, .006, .006, 1e-5, 1e-4, 1e-4, .003, 1e-5, 1e-4, .001);
            case STRANGER -> name(.003, 1e-5, 1e-5, 1e-4, 1e-5, 1e-5, 1e-4, .02, .001, .0005, .01, .96);
        };
    }

    private static double[] given(Relation relation) {
        return switch (relation) {
            case SAME, MOVED, RENAMED -> name(.94, .008, .012, .012, .008, 1e-4, 2e-4, 3e-4, .008, 1e-4, 1e-4, .002);
            case FAMILY -> name(1e-5, 1e-6, 1e-6, 1e-5, 1e-4, 1e-5, .003, .15, .001, .0005, .02, .82);
            case TWIN -> name(1e-6, 1e-6, 1e-5, 1e-4, 1e-5, 1e-5, .03, .20, 2e-4, 2e-4, .04, .72);
            case STRANGER -> name(.0005, 1e-5, 1e-5, 1e-4, 1e-4, 1e-5, .0005, .02, .002, .0005, .01, .96);
        };
    }

    private static double[] birth(Relation relation) {
        return switch (relation) {
            case SAME, MOVED, RENAMED -> normal(.99, .004, .003, .001, .001, .001);
            case FAMILY -> normal(.0005, .002, .01, .0005, .98, .001);
            case TWIN -> normal(.99, .004, .003, 1e-5, .001, .001);
            case STRANGER -> normal(4e-5, 4e-4, .006, .0003, .99, .001);
        };
    }

    private static double[] sex(Relation relation) {
        return switch (relation) {
            case SAME, MOVED, RENAMED -> normal(.985, .003, .012);
            case FAMILY, STRANGER -> normal(.495, .495, .01);
            case TWIN -> normal(.6, .39, .01);
        };
    }

    private static double[] address(Relation relation) {
        return switch (relation) {
            case SAME, RENAMED, FAMILY, TWIN -> normal(.45, .33, .01, .03, .01, .05, .005, .005, .11);
            case MOVED -> normal(.01, .005, .001, .01, .03, .02, .50, .32, .11);
            case STRANGER -> normal(1e-6, 1e-6, 1e-5, 5e-5, .001, 2e-4, .08, .82, .10);
        };
    }

    private static double[] phone(Relation relation) {
        return switch (relation) {
            case SAME, RENAMED -> normal(.40, .01, .24, .35);
            case MOVED -> normal(.30, .01, .34, .35);
            case FAMILY, TWIN -> normal(.25, .01, .39, .35);
            case STRANGER -> normal(1e-6, 1e-6, .65, .35);
        };
    }

    private static double[] insurance(Relation relation) {
        return switch (relation) {
            case SAME, MOVED, RENAMED -> normal(.07, .15, .40, .005, .008, .04, .13, .20);
            case FAMILY -> normal(1e-4, .01, .20, .20, .005, .08, .30, .20);
            case TWIN -> normal(1e-6, .01, .40, .25, .008, .02, .12, .20);
            case STRANGER -> normal(1e-7, 1e-7, 1e-6, 1e-7, 1e-6, .04, .76, .20);
        };
    }

    private static double[] chart(Relation relation) {
        return switch (relation) {
            case SAME, MOVED, RENAMED -> normal(.965, .015, .02);
            case FAMILY, TWIN -> normal(.93, .069, .001);
            case STRANGER -> normal(.998, .002, 1e-7);
        };
    }

    private static double[] normal(double... levels) {
        var sum = 0.0;
        for (var level : levels) {
            sum += level;
        }
        for (var i = 0; i < levels.length; i++) {
            levels[i] /= sum;
        }
        return levels;
    }

    /// The twelve levels with both sides known, spread over those where characters or sounds are unknown.
    private static double[] name(double... known) {
        normal(known);
        var levels = new double[ComparedField.SURNAME.levels];
        for (var characters = 0; characters < 3; characters++) {
            for (var sounds = 0; sounds < 4; sounds++) {
                var share = known[characters * 4 + sounds];
                levels[characters * ComparedField.SOUNDS + sounds] += share * (1 - UNKNOWN_CHARACTERS - UNKNOWN_SOUNDS);
                levels[characters * ComparedField.SOUNDS + ComparedField.SOUNDS_UNKNOWN] += share * UNKNOWN_SOUNDS;
                levels[ComparedField.UNKNOWN * ComparedField.SOUNDS + sounds] += share * UNKNOWN_CHARACTERS;
            }
        }
        levels[levels.length - 1] = UNKNOWN_CHARACTERS * UNKNOWN_SOUNDS;
        return normal(levels);
    }
}

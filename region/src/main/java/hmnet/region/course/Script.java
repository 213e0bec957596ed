package hmnet.region.course;

import hmnet.region.plan.Chance;

/// What happens to a laboratory result or a prescription after it was written (後の訂正・取消).
enum Script {
    USUAL,
    /// Reported in the morning as preliminary, made final in the afternoon.
    PRELIMINARY,
    /// A result measured again: the old one is history, the new one marked corrected.
    CORRECTED,
    /// Taken back: wrong tube, wrong patient.
    RETRACTED,
    /// An HIV test stands among the routine ones.
    WITH_HIV_TEST;

    private static final double PRELIMINARY_PERCENT = 8;
    private static final double CORRECTED_PERCENT = 2;
    private static final double RETRACTED_PERCENT = 0.4;

    /// By lot for most; the featured residents show what they are featured for, and always in their latest
    /// visits.
    static Script of(Chart chart, int visit, int visits) {
        var featuredResident = chart.resident().featured();
        var before = visits - visit;
        return switch (featuredResident) {
            case LABELLED -> before % 5 == 0 ? WITH_HIV_TEST : USUAL;
            case CORRECTED -> before % 6 == 2 ? CORRECTED : before % 6 == 4 ? RETRACTED : USUAL;
            case TWO_HOSPITALS,
                    WITHDRAWN,
                    NO_CARD,
                    DELAYED,
                    LONG_STORY,
                    BABY,
                    VARIANT_NAME,
                    NOTHING,
                    HALF_CLOSED,
                    DIALYSIS,
                    PREGNANT,
                    CHEMOTHERAPY -> USUAL;
            case null -> byLot(chart.chance("script" + visit));
        };
    }

    static Script byLot(Chance chance) {
        if (chance.percent(PRELIMINARY_PERCENT)) {
            return PRELIMINARY;
        }
        return chance.percent(CORRECTED_PERCENT) ? CORRECTED : chance.percent(RETRACTED_PERCENT) ? RETRACTED : USUAL;
    }
}

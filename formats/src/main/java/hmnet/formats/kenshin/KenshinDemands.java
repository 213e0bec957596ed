package hmnet.formats.kenshin;

import java.util.ArrayList;
import java.util.List;

/// What the standard demands of a written check-up (必須の記載).
final class KenshinDemands {
    private KenshinDemands() {}

    /// What the standard demands and the results do not have.
    static List<String> missing(Checkup checkup) {
        var missing = new ArrayList<String>();
        miss(missing, checkup.done().matches("[0-9]{8}"), "the day of the check-up");
        miss(missing, checkup.examinee().born() != null, "the birth date");
        miss(missing, checkup.examinee().sex().matches("[12]"), "the sex");
        miss(missing, !checkup.examinee().kana().isEmpty(), "the name");
        miss(
                missing,
                checkup.items().allMatch(item -> item.act().isEmpty()),
                "results; acts of a guidance are written as they were read");
        return List.copyOf(missing);
    }

    private static void miss(List<String> missing, boolean given, String what) {
        if (!given) {
            missing.add(what);
        }
    }

    static void demand(boolean given, String what) {
        if (!given) {
            throw new IllegalArgumentException("The standard demands " + what);
        }
    }
}

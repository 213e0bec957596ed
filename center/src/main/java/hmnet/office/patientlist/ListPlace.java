package hmnet.office.patientlist;

import java.util.Comparator;

/// Where a patient stands in a facility's list (一覧の中の位置).
///
/// @param key what the list is ordered by: the chart number, or the reading as it is searched
record ListPlace(String key, long patient) {
    private static final Comparator<ListPlace> ORDER =
            Comparator.comparing(ListPlace::key).thenComparingLong(ListPlace::patient);

    static Comparator<ListPlace> order() {
        return ORDER;
    }

    /// Whether it stands behind another, and begins so.
    boolean follows(ListPlace last, String begins) {
        return key.startsWith(begins) && ORDER.compare(this, last) > 0;
    }
}

package hmnet.care.medicines;

import hmnet.care.medicines.MedicinesScreen.Prescription;
import java.util.ArrayList;
import java.util.List;

/// Prescriptions of which the next newer one of the same facility says the same (同じ処方の繰り返し): they stand in its place,
/// by their days. What bears a mark, or was not all taken, stands by itself.
final class PrescriptionFolds {
    private PrescriptionFolds() {}

    static List<Prescription> of(List<Prescription> newestFirst) {
        var shown = new ArrayList<Prescription>();
        for (var prescription : newestFirst) {
            int newer = newer(shown, prescription);
            if (newer < 0) {
                shown.add(prescription);
            } else {
                shown.set(newer, shown.get(newer).with(prescription));
            }
        }
        return shown;
    }

    /// The next newer one of the facility, where it says the same; else below zero.
    private static int newer(List<Prescription> shown, Prescription older) {
        for (int n = shown.size() - 1; n >= 0; n--) {
            if (shown.get(n).facility().equals(older.facility())) {
                return shown.get(n).saysTheSame(older) ? n : -1;
            }
        }
        return -1;
    }
}

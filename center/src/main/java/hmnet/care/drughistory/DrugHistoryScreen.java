package hmnet.care.drughistory;

import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All supplies by their time, prescribed and dispensed side by side (薬歴).
///
/// @param received what each linked facility sent of them, or keeps closed
public record DrugHistoryScreen(
        ChartFrame chart,
        List<HistoryFacility> facilities,
        List<HistoryRow> rows,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// A facility to narrow to.
    public record HistoryFacility(String value, String words, boolean chosen) {}

    /// One prescription with what answered it.
    ///
    /// @param prescribed null where only the dispensing came
    public record HistoryRow(LocalDate on, @Nullable Prescription prescribed, List<Prescription> dispensed) {}

    public boolean narrowed() {
        return facilities.stream().anyMatch(HistoryFacility::chosen);
    }

    /// Linked facilities from which nothing of this came.
    public List<String> silent() {
        return received.stream()
                .filter(FacilityCoverage::silent)
                .map(FacilityCoverage::facility)
                .toList();
    }

    /// Those of which a rule may keep something closed.
    public List<String> withheld() {
        return received.stream()
                .filter(of -> !of.closed().isEmpty())
                .map(FacilityCoverage::facility)
                .toList();
    }
}

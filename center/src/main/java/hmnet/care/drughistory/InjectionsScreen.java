package hmnet.care.drughistory;

import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Injections and infusions by day and clock (注射・点滴).
public record InjectionsScreen(
        ChartFrame chart,
        List<InjectionDay> days,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// One day of care, the newest on top.
    public record InjectionDay(LocalDate on, List<InjectionLine> lines) {}

    /// One drug or mixture of one entry.
    ///
    /// @param clock when it was given or is to be given; null where no time was sent
    /// @param given what is told is what was done, not what was ordered
    public record InjectionLine(
            @Nullable String clock,
            Prescription.Drug drug,
            String usage,
            boolean given,
            String facility,
            @Nullable String department,
            List<Mark> marks,
            List<String> notes,
            String path) {}

    /// Those of which a rule may keep injections closed: what came of them is not told.
    public List<String> withheld() {
        return received.stream()
                .filter(of -> !of.closed().isEmpty())
                .map(FacilityCoverage::facility)
                .toList();
    }

    /// Linked facilities from which no injections came.
    public List<String> silent() {
        return received.stream()
                .filter(FacilityCoverage::silent)
                .map(FacilityCoverage::facility)
                .toList();
    }
}

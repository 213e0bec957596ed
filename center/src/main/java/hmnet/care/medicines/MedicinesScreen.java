package hmnet.care.medicines;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The medicines of a person (薬).
///
/// @param graceDays by how many days a supply may have run out and still count as current
/// @param silent linked facilities from which no prescriptions come
public record MedicinesScreen(
        ChartFrame chart,
        LocalDate today,
        int graceDays,
        List<Course> courses,
        List<Prescription> prescriptions,
        @Nullable String older,
        @Nullable String newest,
        List<String> silent,
        List<FacilityCoverage> received) {
    private static final int MONTHS = 6;

    public Gantt gantt() {
        return Gantt.of(courses, today, MONTHS);
    }

    /// The days for which one facility supplied one drug (服薬期間).
    ///
    /// @param current whether a supply, with the days of grace the page states, reaches today
    public record Course(String drug, String facility, boolean current, List<Supply> supplies) {
        /// One supply, both days included.
        public record Supply(LocalDate from, LocalDate to) {}
    }

    /// One prescription as a facility sent it (処方).
    public record Prescription(
            LocalDate on, String facility, @Nullable String department, String path, List<Mark> marks, List<Rp> rps) {
        /// Drugs taken together, with how and how long (RP).
        public record Rp(
                int number,
                List<Drug> drugs,
                String usage,
                @Nullable Integer days) {}

        /// One drug with its dose; `note` is what the prescriber added.
        public record Drug(
                String name, String dose, @Nullable String note) {}
    }
}

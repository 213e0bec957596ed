package hmnet.care.medicines;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.Received;
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
        List<Received> received) {
    private static final int MONTHS = 6;

    public Gantt gantt() {
        return Gantt.of(courses, today, MONTHS);
    }
}

package hmnet.care.medicines;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The medicines of a person (薬).
///
/// @param graceDays by how many days a supply may have run out and still count as current
/// @param supplied what each linked facility sent of supplies, or keeps closed
public record MedicinesScreen(
        ChartFrame chart,
        LocalDate today,
        int graceDays,
        CurrentTable current,
        List<Course> courses,
        List<Prescription> prescriptions,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> supplied,
        List<FacilityCoverage> received) {
    private static final int MONTHS = 6;

    /// Linked facilities from which no prescriptions come.
    public List<String> silent() {
        return supplied.stream()
                .filter(FacilityCoverage::silent)
                .map(FacilityCoverage::facility)
                .toList();
    }

    /// Linked facilities whose prescriptions a rule keeps closed, for some days or altogether: what came of
    /// them is not told.
    public List<String> withheld() {
        return supplied.stream()
                .filter(of -> !of.closed().isEmpty())
                .map(FacilityCoverage::facility)
                .toList();
    }

    public int openDays() {
        return CurrentDrugs.OPEN_DAYS;
    }

    public Gantt gantt() {
        return Gantt.of(courses, today, MONTHS);
    }

    /// The days for which one facility supplied one drug (服薬期間).
    ///
    /// @param current whether a supply, with the days of grace the page states, reaches today
    /// @param rhythm words by which the newest supply is not taken every day; empty for every day
    public record Course(
            DrugIdentity identity,
            CourseAct act,
            String facility,
            boolean current,
            String rhythm,
            List<Supply> supplies) {
        /// What the facility did (処方・調剤).
        public enum CourseAct {
            PRESCRIBED,
            DISPENSED
        }

        /// One supply, both days included.
        ///
        /// @param daily taken on each of these days
        /// @param dose its amounts and usage, to tell a repeat from a change
        /// @param stopped the sender said of it that it was stopped (中止)
        public record Supply(LocalDate from, LocalDate to, boolean daily, String dose, boolean stopped) {}

        public String drug() {
            return identity.name();
        }
    }

    /// One prescription as a facility sent it (処方).
    ///
    /// @param by who prescribed it and where, as far as that was sent; else null
    /// @param notes on all of it (備考)
    /// @param repeats earlier ones of the facility that say the same, newest first: not shown by themselves
    public record Prescription(
            LocalDate on,
            String facility,
            @Nullable String department,
            @Nullable String by,
            String path,
            List<Mark> marks,
            List<Rp> rps,
            List<String> notes,
            List<PrescriptionRepeat> repeats) {
        /// The same again, on an earlier day (同じ内容の処方).
        public record PrescriptionRepeat(LocalDate on, String path) {}

        /// Whether all but the day is the same, and nothing needs a word of its own.
        boolean saysTheSame(Prescription older) {
            return marks.equals(older.marks)
                    && Objects.equals(department, older.department)
                    && Objects.equals(by, older.by)
                    && rps.equals(older.rps)
                    && notes.equals(older.notes);
        }

        Prescription with(Prescription older) {
            var all = new ArrayList<>(repeats);
            all.add(new PrescriptionRepeat(older.on, older.path));
            return new Prescription(on, facility, department, by, path, marks, rps, notes, List.copyOf(all));
        }

        /// Drugs taken together, with how and how long (RP).
        ///
        /// @param rhythm a word of warning where usage and days are not every day's; null where they are
        public record Rp(
                int number,
                List<Drug> drugs,
                String usage,
                @Nullable Integer days,
                @Nullable String rhythm) {}

        /// One drug.
        ///
        /// @param step which of several instructions it is (用法 1／3); null for the only one
        /// @param amounts each with its basis: 1回 1 錠, 1日 3 錠; none where none was sent
        /// @param rhythm words by which it is not taken every day, or only when needed
        /// @param details all else of how it is taken; with its route and what is handed over
        /// @param notes what else was said of it
        public record Drug(
                String name,
                @Nullable String step,
                List<String> amounts,
                List<String> rhythm,
                List<String> details,
                List<String> notes,
                DrugState state) {}

        /// What became of a drug (薬の状態).
        ///
        /// @param words empty for what is taken or given as its row says
        /// @param apart never to be read as taken or given
        public record DrugState(String words, boolean apart, boolean struck) {}
    }
}

package hmnet.formats.model.chart;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instruction of how a drug is taken or given (用法・用量). A drug has several where its dose changes by
/// the time of day, from one period to the next, or by the rate of an infusion.
///
/// @param notes what else was said of it, in the sender's words
public record Dosage(
        DoseAmounts amounts, DoseUsage usage, DoseRhythm rhythm, DosePeriod period, DoseWay way, List<String> notes) {
    public static final Dosage NONE =
            new Dosage(DoseAmounts.NONE, DoseUsage.NONE, DoseRhythm.DAILY, DosePeriod.NONE, DoseWay.NONE, List.of());

    /// How, in words and codes (用法): the 16 digits of JAMISDP01 under `CodingSystems.USAGE`, a sender's own
    /// code under its own system.
    ///
    /// @param supplements what belongs to it (補足用法): 隔日, 月・木, 不均等
    public record DoseUsage(Concept usage, List<Concept> supplements) {
        public static final DoseUsage NONE = of("");

        public static DoseUsage of(String words) {
            return new DoseUsage(Concept.of(words), List.of());
        }

        public static DoseUsage of(Concept usage) {
            return new DoseUsage(usage, List.of());
        }

        public String words() {
            return usage.shown();
        }
    }

    /// From when until when (投与期間). Times are as FHIR writes them, as precise as they were sent.
    ///
    /// @param days days' supply (日数), 0 when not said
    /// @param times how often in all (回数), 0 when not said
    public record DosePeriod(String start, String end, int days, int times) {
        public static final DosePeriod NONE = new DosePeriod("", "", 0, 0);

        public static DosePeriod of(@Nullable LocalDate start, int days) {
            return new DosePeriod(start == null ? "" : start.toString(), "", days, 0);
        }

        public @Nullable LocalDate startDay() {
            return day(start);
        }

        public @Nullable LocalDate endDay() {
            return day(end);
        }

        private static @Nullable LocalDate day(String fhir) {
            try {
                return fhir.length() < 10 ? null : LocalDate.parse(fhir.substring(0, 10));
            } catch (DateTimeException notADay) {
                return null;
            }
        }
    }

    /// By which way into the body (投与経路・部位・器具・手技).
    public record DoseWay(Concept route, Concept site, Concept device, Concept method) {
        public static final DoseWay NONE = of(Concept.NONE);

        public static DoseWay of(Concept route) {
            return new DoseWay(route, Concept.NONE, Concept.NONE, Concept.NONE);
        }
    }

    public static Dosage of(DoseAmounts amounts, DoseUsage usage, DosePeriod period) {
        return new Dosage(amounts, usage, DoseRhythm.DAILY, period, DoseWay.NONE, List.of());
    }

    public Dosage with(DoseAmounts other) {
        return new Dosage(other, usage, rhythm, period, way, notes);
    }

    public Dosage with(DoseUsage other) {
        return new Dosage(amounts, other, rhythm, period, way, notes);
    }

    public Dosage with(DoseRhythm other) {
        return new Dosage(amounts, usage, other, period, way, notes);
    }

    public Dosage with(DosePeriod other) {
        return new Dosage(amounts, usage, rhythm, other, way, notes);
    }

    public Dosage with(DoseWay other) {
        return new Dosage(amounts, usage, rhythm, period, other, notes);
    }

    public Dosage with(List<String> others) {
        return new Dosage(amounts, usage, rhythm, period, way, List.copyOf(others));
    }
}

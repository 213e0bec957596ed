package hmnet.formats.fhir;

import hmnet.formats.model.chart.Dosage;
import java.util.List;

/// How the instructions of one drug belong together (用法の並び). In FHIR, unlike sequence numbers mean one after the
/// other (漸減), like ones at once (朝 2錠と夕 1錠); without a number nobody said.
enum StepOrder {
    ONLY,
    ONE_AFTER_ANOTHER,
    TOGETHER,
    UNSAID;

    static StepOrder of(List<Dosage> dosages) {
        if (dosages.size() == 1) {
            return ONLY;
        }
        boolean after = true;
        boolean alike = true;
        for (int n = 1; n < dosages.size(); n++) {
            after &= follows(dosages.get(n - 1), dosages.get(n));
            alike &= dosages.get(n)
                    .period()
                    .start()
                    .equals(dosages.getFirst().period().start());
        }
        if (after || alike && replaceEachOther(dosages)) {
            return ONE_AFTER_ANOTHER;
        }
        return alike && differ(dosages) ? TOGETHER : UNSAID;
    }

    /// By the days on which each begins and lasts.
    private static boolean follows(Dosage before, Dosage next) {
        var start = before.period().startDay();
        var then = next.period().startDay();
        if (start == null || then == null) {
            return false;
        }
        int days = before.period().days();
        if (days > 0) {
            return !then.isBefore(start.plusDays(days));
        }
        var end = before.period().endDay();
        if (end != null) {
            return then.isAfter(end)
                    || isTimed(before.period().end(), next)
                            && next.period().start().compareTo(before.period().end()) >= 0;
        }
        return then.isAfter(start)
                || isTimed(before.period().start(), next)
                        && next.period().start().compareTo(before.period().start()) > 0;
    }

    /// Whether both are times and no days.
    private static boolean isTimed(String moment, Dosage next) {
        return moment.length() > 10 && next.period().start().length() > 10;
    }

    /// Each at another time of the day or another place: they hold at once.
    private static boolean differ(List<Dosage> dosages) {
        return dosages.stream()
                        .map(dosage -> dosage.usage().words() + "/"
                                + dosage.way().site().shown() + "/"
                                + dosage.rhythm().weekdays())
                        .distinct()
                        .count()
                == dosages.size();
    }

    /// Other amounts every day at the same times and the same place, each for its days: one must follow
    /// the other.
    private static boolean replaceEachOther(List<Dosage> dosages) {
        var first = dosages.getFirst();
        return !first.usage().words().isBlank()
                && !first.rhythm().skipsDays()
                && dosages.stream()
                        .allMatch(dosage -> dosage.usage().equals(first.usage())
                                && dosage.rhythm().equals(first.rhythm())
                                && dosage.way().equals(first.way())
                                && dosage.period().days() > 0)
                && dosages.stream().map(Dosage::amounts).distinct().count() == dosages.size();
    }

    /// The number of an instruction, 0 for none.
    int sequence(int place) {
        return switch (this) {
            case ONLY, UNSAID -> 0;
            case ONE_AFTER_ANOTHER -> place + 1;
            case TOGETHER -> 1;
        };
    }

    /// Days of supply of all instructions together (日数), 0 where that is not known.
    int days(List<Dosage> dosages) {
        var days = dosages.stream().map(dosage -> dosage.period().days()).toList();
        return switch (this) {
            case ONLY -> days.getFirst();
            case ONE_AFTER_ANOTHER ->
                days.contains(0) ? 0 : days.stream().mapToInt(Integer::intValue).sum();
            case TOGETHER -> days.stream().distinct().count() == 1 ? days.getFirst() : 0;
            case UNSAID -> 0;
        };
    }
}

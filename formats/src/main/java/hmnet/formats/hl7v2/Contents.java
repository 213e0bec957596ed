package hmnet.formats.hl7v2;

import hmnet.formats.chart.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// All that a message tells of a patient's care (電文の内容), one item for each thing that has its own life
/// at the sender.
public final class Contents {
    private static final Set<String> PATIENT_DELETED = Set.of("A23", "A29");

    private Contents() {}

    public static List<Told> of(About about) {
        var type = MessageType.of(about.message());
        return type.isEmpty() ? List.of() : of(about, type.get().content());
    }

    private static List<Told> of(About about, MessageType.Content content) {
        return switch (content) {
            case STAY -> stay(about);
            case BOOKING -> BookingTold.of(about);
            case DOCUMENT -> DocumentTold.of(about);
            case PROBLEMS -> ProblemsTold.of(about);
            case MEDICINES -> MedicinesTold.of(about);
            case TESTS_ORDERED -> ResultsTold.of(about, Results.Kind.ORDERED);
            case RESULTS -> ResultsTold.of(about, Results.Kind.LABORATORY);
            case OBSERVATIONS -> observations(about);
            case EXAMINATION_ORDERED -> PerformedTold.of(about, true);
            case EXAMINATION_DONE -> PerformedTold.of(about, false);
            case ANY_ORDER -> anyOrder(about);
            case NOTHING -> List.of();
        };
    }

    private static List<Told> stay(About about) {
        if (PATIENT_DELETED.contains(about.trigger())) {
            return List.of(Told.gone("PATIENT"));
        }
        var told = new ArrayList<Told>();
        told.addAll(AllergiesTold.of(about));
        told.addAll(StayTold.of(about));
        told.addAll(ProblemsTold.ofStay(about));
        told.addAll(measures(about, Results.Kind.VITAL));
        told.addAll(measures(about, Results.Kind.LABORATORY));
        return told;
    }

    /// Height, weight and blood group stand with the patient, not with an order.
    private static List<Told> measures(About about, Results.Kind kind) {
        boolean vital = kind == Results.Kind.VITAL;
        return ResultsTold.of(about, kind, obx -> VitalSigns.is(obx) == vital).stream()
                .filter(told -> !told.deletes())
                .map(told -> new Told("PROFILE/" + kind, false, told.entries()))
                .toList();
    }

    /// ORU: a report in words, vital signs, or laboratory results.
    private static List<Told> observations(About about) {
        if (VitalSigns.all(about.message()) || about.trigger().equals("R30") && VitalSigns.any(about.message())) {
            return ResultsTold.of(about, Results.Kind.VITAL);
        }
        return ReportTold.isReport(about) ? ReportTold.of(about) : ResultsTold.of(about, Results.Kind.LABORATORY);
    }

    /// ORM of older versions says by its segments what is ordered.
    private static List<Told> anyOrder(About about) {
        var message = about.message();
        if (message.first("RXO") != null || message.first("RXE") != null) {
            return MedicinesTold.of(about);
        }
        return message.first("ODS") != null || message.first("ODT") != null || ReportTold.isExamination(about)
                ? PerformedTold.of(about, true)
                : ResultsTold.of(about, Results.Kind.ORDERED);
    }

    /// Reports of the storage's own kind for them, whatever their observations hold.
    public static List<Told> report(About about) {
        return ReportTold.of(about);
    }

    /// Vital signs by their folder, whatever their codes.
    public static List<Told> vitals(About about) {
        return ResultsTold.of(about, Results.Kind.VITAL);
    }
}

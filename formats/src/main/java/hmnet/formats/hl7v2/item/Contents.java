package hmnet.formats.hl7v2.item;

import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A patient's care as a message says it (電文の内容), one item for each thing that has its own life at the sender.
public final class Contents {
    private static final Set<String> PATIENT_DELETED = Set.of("A23", "A29");

    private Contents() {}

    public static List<MessageItem> of(MessageContext about) {
        var type = MessageType.of(about.message());
        return type.isEmpty() ? List.of() : of(about, type.get().content());
    }

    /// The step of a stay that a message tells. A storage has kinds of its own for diagnoses, allergies
    /// and measures: those that stand beside the step are words on it.
    public static List<MessageItem> stayAlone(MessageContext about) {
        var stay = StayItems.stay(about);
        return stay == null
                ? List.of()
                : List.of(MessageItem.of("STAY/" + stay.event(), stay.with(StayWords.beside(about))));
    }

    /// The patient master: the person's profile, and the allergies it names.
    public static List<MessageItem> profile(MessageContext about, String number, Demographics person) {
        var told = new ArrayList<MessageItem>();
        told.add(MessageItem.of("PROFILE", ProfileItems.of(about, number, person)));
        told.addAll(AllergyItems.of(about));
        return told;
    }

    private static List<MessageItem> of(MessageContext about, MessageType.Content content) {
        return switch (content) {
            case STAY -> stay(about);
            case BOOKING -> BookingItems.of(about);
            case DOCUMENT -> DocumentItems.of(about);
            case PROBLEMS -> ProblemItems.of(about);
            case MEDICINES -> withAllergies(about, MedicineItems.of(about));
            case TESTS_ORDERED -> withAllergies(about, ResultItems.of(about, Results.ResultKind.ORDERED));
            case RESULTS -> results(about);
            case OBSERVATIONS -> observations(about);
            case EXAMINATION_ORDERED -> withAllergies(about, PerformedItems.of(about, true));
            case EXAMINATION_DONE -> withAllergies(about, PerformedItems.of(about, false));
            case ANY_ORDER -> withAllergies(about, anyOrder(about));
            case NOTHING -> List.of();
        };
    }

    /// Allergies that an order names stand beside those of the patient's own list, since it may name a few
    /// only.
    private static List<MessageItem> withAllergies(MessageContext about, List<MessageItem> orders) {
        var told = new ArrayList<>(orders);
        AllergyItems.of(about).stream()
                .filter(item -> !item.deletes())
                .map(item -> new MessageItem(item.source() + "/ORDER", false, item.entries()))
                .forEach(told::add);
        return told;
    }

    private static List<MessageItem> stay(MessageContext about) {
        if (PATIENT_DELETED.contains(about.trigger())) {
            return List.of(MessageItem.gone("PATIENT"));
        }
        var told = new ArrayList<MessageItem>();
        told.addAll(AllergyItems.of(about));
        told.addAll(StayItems.of(about));
        told.addAll(ProfileItems.ofDeath(about));
        told.addAll(ProblemItems.ofStay(about));
        told.addAll(measures(about, Results.ResultKind.VITAL));
        told.addAll(measures(about, Results.ResultKind.LABORATORY));
        return told;
    }

    /// Height, weight and blood group stand with the patient, not with an order.
    private static List<MessageItem> measures(MessageContext about, Results.ResultKind kind) {
        boolean vital = kind == Results.ResultKind.VITAL;
        return ResultItems.of(about, kind, obx -> VitalSigns.is(obx) == vital).stream()
                .filter(told -> !told.deletes())
                .map(told -> new MessageItem("PROFILE/" + kind, false, told.entries()))
                .toList();
    }

    /// ORU: a report in words, vital signs, or laboratory results.
    private static List<MessageItem> observations(MessageContext about) {
        if (VitalSigns.all(about.message()) || about.trigger().equals("R30") && VitalSigns.any(about.message())) {
            return ResultItems.of(about, Results.ResultKind.VITAL);
        }
        return ReportMarks.isReport(about) ? ReportItems.of(about) : results(about);
    }

    /// With the files among them, which are no values.
    private static List<MessageItem> results(MessageContext about) {
        var told = new ArrayList<>(ResultItems.of(about, Results.ResultKind.LABORATORY));
        told.addAll(ReportItems.filesAlone(about));
        return told;
    }

    /// ORM of older versions says by its segments what is ordered.
    private static List<MessageItem> anyOrder(MessageContext about) {
        var message = about.message();
        if (message.first("RXO") != null || message.first("RXE") != null) {
            return MedicineItems.of(about);
        }
        return message.first("ODS") != null || message.first("ODT") != null || ReportMarks.isExamination(about)
                ? PerformedItems.of(about, true)
                : ResultItems.of(about, Results.ResultKind.ORDERED);
    }

    /// Reports of the storage's own kind for them, whatever their observations hold.
    public static List<MessageItem> report(MessageContext about) {
        return ReportItems.of(about);
    }

    /// Vital signs by their folder, whatever their codes.
    public static List<MessageItem> vitals(MessageContext about) {
        return ResultItems.of(about, Results.ResultKind.VITAL);
    }
}

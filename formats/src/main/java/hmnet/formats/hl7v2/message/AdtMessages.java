package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.hl7v2.message.Profile.Allergy;
import hmnet.formats.hl7v2.message.Profile.Insurance;
import java.util.List;

/// Messages about the patient and where they are (患者・来院・入退院・アレルギー, ADT).
final class AdtMessages {
    private AdtMessages() {}

    static byte[] profile(Header header, PatientLine patient, Profile profile) {
        var message = Lines.message(header, "ADT^A08^ADT_A01");
        Lines.event(message, header);
        Lines.patient(message, patient);
        message.segment("PV1").set(1, "0001").set(2, "O");
        int set = 0;
        if (!profile.height().isEmpty()) {
            measure(message, ++set, "9N001000000000001", "身長", profile.height(), "cm");
        }
        if (!profile.weight().isEmpty()) {
            measure(message, ++set, "9N006000000000001", "体重", profile.weight(), "kg");
        }
        if (!profile.blood().isEmpty()) {
            message.segment("OBX")
                    .set(1, String.valueOf(++set))
                    .set(2, "CWE")
                    .set(3, "5H010000009199911", "血液型-ABO式", "JC10")
                    .set(5, profile.blood(), profile.blood(), "JSHR002")
                    .set(11, "F");
        }
        int allergyNumber = 0;
        for (var allergy : profile.allergies()) {
            message.segment("AL1")
                    .set(1, String.valueOf(++allergyNumber))
                    .set(2, allergy.category().components())
                    .set(3, allergy.allergen().components());
        }
        int insuranceNumber = 0;
        for (var insurance : profile.insurances()) {
            insurance(message, ++insuranceNumber, insurance);
        }
        return message.toFile();
    }

    private static void measure(MessageBuilder message, int set, String code, String name, String value, String unit) {
        message.segment("OBX")
                .set(1, String.valueOf(set))
                .set(2, "NM")
                .set(3, code, name, "JC10")
                .set(5, value)
                .set(6, unit, unit, "ISO+")
                .set(11, "F");
    }

    private static void insurance(MessageBuilder message, int set, Insurance insurance) {
        message.segment("IN1")
                .set(1, String.valueOf(set))
                .set(2, insurance.plan().components())
                .set(3, insurance.insurerNumber())
                .set(10, insurance.symbol())
                .set(11, insurance.number())
                .set(12, Hl7Time.hl7(insurance.from()))
                .set(13, Hl7Time.hl7(insurance.until()))
                .set(17, insurance.relation().components());
    }

    /// Any message of event, patient and visit: reception, admission, discharge and their deletions.
    static byte[] stay(Header header, PatientLine patient, Visit visit, String type) {
        var message = Lines.message(header, type);
        Lines.event(message, header);
        Lines.patient(message, patient);
        Lines.visit(message, visit);
        return message.toFile();
    }

    /// A message about a step of a stay: when it happened is EVN-6, when it is to happen EVN-3 and PV2.
    static byte[] step(Header header, PatientLine patient, StayStep step, StayStep.StayStepKind kind, boolean deletes) {
        var message = Lines.message(header, deletes ? kind.deletion() : kind.insertion());
        var event = message.segment("EVN").set(2, Hl7Time.hl7(header.at()));
        event.set(kind.planned() ? 3 : 6, Hl7Time.hl7(step.at()));
        Lines.patient(message, patient);
        Lines.visit(message, step.visit());
        if (kind.planned()) {
            var plan = message.segment("PV2");
            if (!step.plannedWard().isEmpty()) {
                plan.set(1, step.plannedWard(), "", "", "", "", "N");
            }
            plan.set(kind == StayStep.StayStepKind.DISCHARGE_PLANNED ? 9 : 8, Hl7Time.hl7(step.at()));
        }
        return message.toFile();
    }

    static byte[] allergies(Header header, PatientLine patient, List<Allergy> allergies) {
        var message = Lines.message(header, "ADT^A60^ADT_A60");
        Lines.event(message, header);
        Lines.patient(message, patient);
        int set = 0;
        for (var allergy : allergies) {
            message.segment("IAM")
                    .set(1, String.valueOf(++set))
                    .set(2, allergy.category().components())
                    .set(3, allergy.allergen().components())
                    .set(4, allergy.severity().components())
                    .set(5, allergy.reaction())
                    .set(6, allergy.action(), action(allergy.action()), "HL70323")
                    .set(11, allergy.onset());
        }
        return message.toFile();
    }

    private static String action(String code) {
        return switch (code) {
            case "A" -> "追加";
            case "D" -> "削除";
            case "U" -> "更新";
            default -> "";
        };
    }
}

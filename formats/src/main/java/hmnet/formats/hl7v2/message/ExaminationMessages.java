package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.LabSpecimen.VitalSign;
import java.util.List;

/// Meals, examinations and their reports, vital signs (食事・検査の依頼と実施・生理検査結果・バイタルサイン).
final class ExaminationMessages {
    private ExaminationMessages() {}

    static byte[] meals(Header header, PatientLine patient, Visit visit, Order order, List<Meal> meals) {
        var message = started(header, patient, visit, "OMD^O03^OMD_O03");
        for (var meal : meals) {
            Lines.order(message, order, "", "");
            var timing = Lines.timing(message);
            if (!meal.often().equals(CodedText.NONE)) {
                timing.setParts(3, meal.often().components());
            }
            timing.set(7, Hl7Time.hl7(meal.start())).set(8, Lines.time(meal.end()));
            message.segment("ODS").set(1, "D").set(3, meal.meal().components()).set(4, meal.words());
        }
        return message.toFile();
    }

    static byte[] order(Header header, PatientLine patient, Visit visit, Order order, List<Examination> examinations) {
        var message = started(header, patient, visit, "OMG^O19^OMG_O19");
        for (var examination : examinations) {
            requested(message, order, examination).set(36, Hl7Time.hl7(examination.at()));
        }
        return message.toFile();
    }

    static byte[] done(Header header, PatientLine patient, Visit visit, Order order, List<Examination> examinations) {
        var message = started(header, patient, visit, "OMI^Z23^OMI_Z23");
        for (var examination : examinations) {
            requested(message, order, examination)
                    .set(7, Hl7Time.hl7(examination.at()))
                    .set(25, "F");
            if (!examination.performed().equals(CodedText.NONE)) {
                message.segment("ZE1")
                        .set(1, "1")
                        .set(2, "RS")
                        .set(3, examination.performed().components());
            }
            message.segment("IPC")
                    .set(1, examination.accession())
                    .set(3, examination.study())
                    .set(5, examination.modality(), "", examination.modality().isEmpty() ? "" : "DCM");
        }
        return message.toFile();
    }

    static byte[] result(
            Header header,
            PatientLine patient,
            Visit visit,
            Order order,
            Examination examination,
            List<LabItem> findings) {
        var message = started(header, patient, visit, "ORU^R01^ORU_R01");
        Lines.order(message, order, "", "CM");
        message.segment("OBR")
                .set(1, "1")
                .set(2, order.number())
                .set(4, examination.what().components())
                .set(7, Hl7Time.hl7(examination.at()))
                .set(16, order.orderer().components())
                .set(22, Hl7Time.hl7(order.at()))
                .set(25, "F");
        Lines.timing(message);
        int set = 0;
        for (var finding : findings) {
            LabMessages.observation(message, ++set, finding);
        }
        return message.toFile();
    }

    static byte[] vitalSigns(Header header, PatientLine patient, Visit visit, Order order, List<VitalSign> measured) {
        var message = started(header, patient, visit, "ORU^R30^ORU_R30");
        Lines.order(message, order, "", "CM");
        message.segment("OBR").set(1, "1").set(2, order.number()).set(4, "OBSERVATIONS", "バイタルサイン", "99ZL01");
        int set = 0;
        for (var one : measured) {
            LabMessages.observation(message, ++set, one.item()).set(14, Hl7Time.hl7(one.at()));
        }
        return message.toFile();
    }

    private static SegmentBuilder requested(MessageBuilder message, Order order, Examination examination) {
        Lines.order(message, order, "", "");
        Lines.timing(message);
        return message.segment("OBR")
                .set(2, order.number())
                .set(4, examination.what().components())
                .set(16, order.orderer().components());
    }

    private static MessageBuilder started(Header header, PatientLine patient, Visit visit, String type) {
        var message = Lines.message(header, type);
        Lines.patient(message, patient);
        Lines.visit(message, visit);
        return message;
    }
}

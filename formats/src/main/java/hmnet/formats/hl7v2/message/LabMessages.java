package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import java.util.List;

/// Laboratory orders and results (検体検査, OML^O33 and OUL^R22).
final class LabMessages {
    private LabMessages() {}

    static byte[] order(Header header, PatientLine patient, Visit visit, Order order, List<LabSpecimen> specimens) {
        var message = started(header, patient, visit, "OML^O33^OML_O33");
        int set = 0;
        for (var specimen : specimens) {
            specimen(message, ++set, specimen);
            Lines.order(message, order, "", "");
            message.segment("OBR")
                    .set(1, "1")
                    .set(2, order.number())
                    .set(4, specimen.panel().components());
            int itemNumber = 0;
            for (var item : specimen.items()) {
                message.segment("OBX")
                        .set(1, String.valueOf(++itemNumber))
                        .set(3, code(item))
                        .set(11, "O");
            }
        }
        return message.toFile();
    }

    static byte[] result(Header header, PatientLine patient, Visit visit, Order order, List<LabSpecimen> specimens) {
        var message = started(header, patient, visit, "OUL^R22^OUL_R22");
        int set = 0;
        for (var specimen : specimens) {
            specimen(message, ++set, specimen);
            message.segment("OBR")
                    .set(1, "1")
                    .set(2, order.number())
                    .set(4, specimen.panel().components())
                    .set(7, Hl7Time.hl7(specimen.collectedAt()))
                    .set(16, order.orderer().components())
                    .set(22, Hl7Time.hl7(specimen.reportedAt()));
            Lines.order(message, order, "", "CM");
            int itemNumber = 0;
            for (var item : specimen.items()) {
                result(message, ++itemNumber, item, specimen);
            }
        }
        return message.toFile();
    }

    private static MessageBuilder started(Header header, PatientLine patient, Visit visit, String type) {
        var message = Lines.message(header, type);
        Lines.patient(message, patient);
        Lines.visit(message, visit);
        return message;
    }

    private static void specimen(MessageBuilder message, int set, LabSpecimen specimen) {
        message.segment("SPM")
                .set(1, String.valueOf(set))
                .set(2, specimen.id())
                .set(4, specimen.type().components())
                .set(17, Hl7Time.hl7(specimen.collectedAt()));
    }

    private static void result(MessageBuilder message, int set, LabItem item, LabSpecimen specimen) {
        observation(message, set, item).set(14, Hl7Time.hl7(specimen.collectedAt()));
    }

    static SegmentBuilder observation(MessageBuilder message, int set, LabItem item) {
        return message.segment("OBX")
                .set(1, String.valueOf(set))
                .set(2, item.type())
                .set(3, code(item))
                .set(5, value(item))
                .set(6, item.unit().components())
                .set(7, item.range())
                .set(8, item.flag())
                .set(11, item.status());
    }

    private static String[] code(LabItem item) {
        var code = item.code();
        var local = item.local();
        return new String[] {code.code(), code.text(), code.system(), local.code(), local.text(), local.system()};
    }

    private static String[] value(LabItem item) {
        boolean structured = item.type().equals("SN") || item.type().equals("CWE");
        return structured ? item.value().split("\\^", -1) : new String[] {item.value()};
    }
}

package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.SegmentBuilder;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// The segments that many messages share (共通セグメント).
final class Lines {
    private Lines() {}

    static MessageBuilder message(Header header, String type) {
        var message = new MessageBuilder();
        message.header(header.application(), header.facility(), header.at(), type, header.controlId());
        return message;
    }

    static void event(MessageBuilder message, Header header) {
        message.segment("EVN").set(2, Hl7Time.hl7(header.at()));
    }

    static void patient(MessageBuilder message, PatientLine patient) {
        var name = patient.name();
        var line = message.segment("PID")
                .set(1, "0001")
                .set(3, patient.number(), "", "", "", "PI")
                .set(5, name.family(), name.given(), "", "", "", "", "L", "I")
                .add(5, name.familyKana(), name.givenKana(), "", "", "", "", "L", "P")
                .set(7, Hl7Time.hl7(patient.birthDate()))
                .set(8, patient.sex());
        if (!patient.address().isEmpty() || !patient.postalCode().isEmpty()) {
            line.set(11, "", "", "", "", patient.postalCode(), "JPN", "H", patient.address());
        }
        if (!patient.phone().isEmpty()) {
            line.set(13, "", "PRN", "PH", "", "", "", "", "", "", "", "", patient.phone());
        }
        if (patient.diedOn() != null) {
            line.set(29, Hl7Time.hl7(patient.diedOn())).set(30, "Y");
        }
    }

    static void visit(MessageBuilder message, Visit visit) {
        var line = message.segment("PV1")
                .set(1, "0001")
                .set(2, visit.inpatient() ? "I" : "O")
                .set(7, visit.doctor().components())
                .set(10, visit.department());
        if (visit.inpatient()) {
            line.set(3, visit.ward(), visit.room(), visit.bed(), "", "", "N");
        } else {
            line.set(3, visit.department(), "", "", "", "", "C");
        }
        line.set(44, time(visit.start())).set(45, time(visit.end()));
    }

    /// @param group RP number (ORC-4), empty when the order has none
    static void order(MessageBuilder message, Order order, String group, String status) {
        message.segment("ORC")
                .set(1, order.control())
                .set(2, order.number())
                .set(4, group)
                .set(5, status)
                .set(9, Hl7Time.hl7(order.at()))
                .set(12, order.orderer().components())
                .set(17, order.department().components())
                .set(29, orderType(order.inpatient()).components());
    }

    /// TQ1 with its priority, which orders of examinations and meals must have.
    static SegmentBuilder timing(MessageBuilder message) {
        return message.segment("TQ1").set(1, "1").set(9, "R", "ルーチン", "HL70485");
    }

    static CodedText orderType(boolean inpatient) {
        return inpatient ? new CodedText("I", "入院患者オーダ", "HL70482") : new CodedText("O", "外来患者オーダ", "HL70482");
    }

    static String time(@Nullable OffsetDateTime at) {
        return at == null ? "" : Hl7Time.hl7(at);
    }
}

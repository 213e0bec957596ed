package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.formats.model.chart.OrderSource;
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
                .set(2, visit.setting())
                .set(6, visit.formerWard())
                .set(7, visit.doctor().components())
                .set(10, visit.department())
                .set(36, visit.outcome().components());
        if (!visit.ward().isEmpty() || visit.inpatient()) {
            line.set(3, visit.ward(), visit.room(), visit.bed(), "", "", "N");
        } else if (visit.setting().equals("O")) {
            line.set(3, visit.department(), "", "", "", "", "C");
        }
        line.set(44, time(visit.start())).set(45, time(visit.end()));
    }

    /// The order behind an entry of any format: nothing that nobody said.
    ///
    /// @param group RP number (ORC-4), empty when the order has none
    static void order(
            MessageBuilder message, OrderWords said, String number, String group, OffsetDateTime at, OrderSource from) {
        var line = message.segment("ORC")
                .set(1, said.control())
                .set(2, number)
                .set(4, group)
                .set(5, said.status())
                .set(9, ConceptFields.time(at))
                .set(12, ConceptFields.person(from.doctor()))
                .set(16, "", said.reason())
                .set(17, ConceptFields.both(from.department()))
                .set(21, from.facility().shown());
        switch (from.setting()) {
            case INPATIENT -> line.set(29, orderType(true).components());
            case OUTPATIENT -> line.set(29, orderType(false).components());
            case UNKNOWN -> {
                // Nobody said for whom it is.
            }
        }
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

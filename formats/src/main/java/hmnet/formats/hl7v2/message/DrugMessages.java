package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.formats.hl7v2.message.Rp.Administration;
import hmnet.formats.hl7v2.message.Rp.Drug;
import java.util.List;

/// Prescriptions and injections, ordered and given (処方・注射, RDE^O11 and RAS^O17).
final class DrugMessages {
    private static final CodedText MILLILITRE = new CodedText("ML", "ミリリットル", "MR9P");

    private DrugMessages() {}

    static byte[] prescription(
            Header header, PatientLine patient, Visit visit, Order order, List<CodedText> classes, List<Rp> rps) {
        var message = started(header, patient, visit, "RDE^O11^RDE_O11");
        for (var rp : rps) {
            for (var drug : rp.drugs()) {
                Lines.order(message, order, rp.number(), "");
                var line = drug(message, drug).set(10, drug.total());
                if (!drug.total().isEmpty()) {
                    line.set(11, drug.unit().components());
                }
                if (!drug.daily().isEmpty()) {
                    line.setQuantity(19, drug.daily(), drug.unit().components());
                }
                classes.forEach(orderClass -> line.add(21, orderClass.components()));
                var timing = message.segment("TQ1").set(1, "1");
                timing.setParts(3, rp.usage().components());
                if (rp.days() > 0) {
                    timing.set(6, String.valueOf(rp.days()), "d");
                }
                timing.set(7, Hl7Time.hl7(rp.start()));
                message.segment("RXR").set(1, rp.route().components());
            }
        }
        return message.toFile();
    }

    static byte[] injection(
            Header header,
            PatientLine patient,
            Visit visit,
            Order order,
            List<CodedText> classes,
            List<Injection> rps) {
        var message = started(header, patient, visit, "RDE^O11^RDE_O11");
        for (var rp : rps) {
            Lines.order(message, order, rp.number(), "");
            var line = message.segment("RXE")
                    .set(2, "00", "一般", "99I02")
                    .set(3, rp.total())
                    .set(5, MILLILITRE.components());
            classes.forEach(orderClass -> line.add(21, orderClass.components()));
            if (!rp.rate().isEmpty()) {
                line.set(22, "H1").set(23, rp.rate()).set(24, "ml/hr", "ミリリッター/時間", "ISO+");
            }
            message.segment("TQ1").set(1, "1").set(7, Hl7Time.hl7(rp.start())).set(8, Hl7Time.hl7(rp.end()));
            message.segment("RXR").set(1, rp.route().components());
            var role = "B";
            for (var ingredient : rp.ingredients()) {
                message.segment("RXC")
                        .set(1, role)
                        .set(2, ingredient.code().components())
                        .set(3, ingredient.dose())
                        .set(4, ingredient.unit().components());
                role = "A"; // the first is the base, the others are added to it
            }
        }
        return message.toFile();
    }

    static byte[] given(
            Header header, PatientLine patient, Visit visit, Order order, List<Administration> administrations) {
        var message = started(header, patient, visit, "RAS^O17^RAS_O17");
        for (var given : administrations) {
            Lines.order(message, order, given.rp(), "");
            message.segment("RXA")
                    .set(1, "0")
                    .set(2, "1")
                    .set(3, Hl7Time.hl7(given.start()))
                    .set(4, Hl7Time.hl7(given.end()))
                    .set(5, given.drug().code().components())
                    .set(6, given.drug().dose())
                    .set(7, given.drug().unit().components())
                    .set(10, given.by().components())
                    .set(20, "CP");
            message.segment("RXR").set(1, given.route().components());
        }
        return message.toFile();
    }

    private static MessageBuilder started(Header header, PatientLine patient, Visit visit, String type) {
        var message = Lines.message(header, type);
        Lines.patient(message, patient);
        Lines.visit(message, visit);
        return message;
    }

    private static SegmentBuilder drug(MessageBuilder message, Drug drug) {
        return message.segment("RXE")
                .set(2, drug.code().components())
                .set(3, drug.dose())
                .set(5, drug.unit().components());
    }
}

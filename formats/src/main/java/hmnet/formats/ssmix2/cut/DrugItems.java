package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.DrugLine;
import hmnet.formats.fhir.Names;
import hmnet.formats.fhir.QuantityUnit;
import hmnet.formats.hl7v2.segment.Usage;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.util.List;

/// What a medicine list shows of one drug order (お薬一覧の行).
final class DrugItems {
    private DrugItems() {}

    /// The drug itself, or each drug of a mixture: a medicine list names what goes into the patient.
    static List<PrescriptionExtract.DrugItem> of(DrugLine line) {
        if (line.components().isEmpty()) {
            return List.of(whole(line));
        }
        return line.components().stream().map(rxc -> component(line, rxc)).toList();
    }

    /// The order as a whole.
    static PrescriptionExtract.DrugItem whole(DrugLine line) {
        var drug = line.drug();
        boolean given = drug.is("RXA");
        int code = given ? 5 : 2;
        return item(
                line,
                drug,
                code,
                drug.text(given ? 6 : 3),
                QuantityUnit.of(drug, given ? 7 : 5).shown(),
                given ? "" : drug.text(10),
                given ? "" : QuantityUnit.of(drug, 11).shown());
    }

    private static PrescriptionExtract.DrugItem component(DrugLine line, Segment rxc) {
        return item(line, rxc, 2, rxc.text(3), QuantityUnit.of(rxc, 4).shown(), "", "");
    }

    private static PrescriptionExtract.DrugItem item(
            DrugLine line, Segment drug, int code, String dose, String unit, String total, String totalUnit) {
        return new PrescriptionExtract.DrugItem(
                line.rp(),
                drug.text(code, 1),
                CodingSystems.uri(drug.text(code, 3)),
                Names.of(drug, code),
                dose,
                unit,
                Usage.text(line),
                Usage.code(line),
                Usage.days(line),
                Usage.start(line),
                total,
                totalUnit,
                line.route() == null ? "" : Names.of(line.route(), 1));
    }
}

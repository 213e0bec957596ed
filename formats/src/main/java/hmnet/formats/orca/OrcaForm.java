package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A prescription or a medicine-handbook slip that ORCA printed (処方せん・お薬手帳の帳票データ).
final class OrcaForm {
    private OrcaForm() {}

    static List<Entry> of(Reply reply) {
        var entries = new ArrayList<Entry>();
        for (var form : reply.body().items("Forms")) {
            var data = form.at("data");
            var drugs = drugs(data);
            if (!drugs.isEmpty()) {
                entries.add(medicines(reply, data, drugs));
            }
        }
        return entries;
    }

    private static Medicines medicines(Reply reply, Node data, List<PrescribedDrug> drugs) {
        var day = Reply.day(OrcaPatient.either(data.said("Perform_Date"), data.said("IssuedDate")));
        var number = data.said("Invoice_Number");
        return Medicines.of(
                String.join("/", reply.name(), data.said("Perform_Date"), data.said("Department_Code"), number),
                day == null ? reply.at() : Reply.at(day, ""),
                Medicines.MedicineAct.ORDERED,
                false,
                reply.name().equals("shohosen") ? "OHP" : "",
                Diseases.department(data, "Department_Name"),
                data.said("Doctor", "Name"),
                "",
                drugs,
                List.of(),
                false,
                Set.of());
    }

    private static List<PrescribedDrug> drugs(Node data) {
        var drugs = new ArrayList<PrescribedDrug>();
        int rp = 0;
        for (var group : data.items("Rp")) {
            rp++;
            var words = new ArrayList<String>();
            for (var line : group.items("Medication")) {
                if (!isDrug(line)) {
                    words.add(line.said("Name"));
                }
            }
            var supply = new OrcaSupply(
                    group.said("Medical_Class"), PaddedNumber.whole(group.said("Count")), String.join(" ", words));
            for (var line : group.items("Medication")) {
                if (isDrug(line)) {
                    drugs.add(supply.drug(
                            String.valueOf(rp),
                            OrcaDrugs.concept(line.said("Code"), line.said("Generic_Code"), line.said("Name")),
                            Amount.of(PaddedNumber.plain(line.said("Amount")), line.said("Unit_Name"))));
                }
            }
        }
        return drugs;
    }

    private static boolean isDrug(Node line) {
        return line.said("Code").startsWith("6")
                || !line.said("Amount").isEmpty() && !line.said("Unit_Name").isEmpty();
    }
}

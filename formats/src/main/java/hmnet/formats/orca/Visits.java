package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import java.util.ArrayList;
import java.util.List;

/// Receptions (受付・来院): one, or all of a day.
final class Visits {
    private Visits() {}

    /// @param id the number of the reception, else the department
    static String source(String patient, String day, String id) {
        return String.join("/", "visit", patient, day, id);
    }

    /// The visits of a list of a day.
    static List<Sheet> of(Reply reply, String list, String date) {
        var sheets = new ArrayList<Sheet>();
        var day = reply.body().said(date);
        for (var one : reply.body().items(list)) {
            var patient = one.at("Patient_Information");
            var entries = entries(one, day);
            if (OrcaPatient.isKnown(patient) && !entries.isEmpty()) {
                var number = OrcaPatient.number(patient);
                var id = OrcaPatient.either(one.said("Acceptance_Id"), one.said("Department_Code"));
                sheets.add(new Sheet(
                        number,
                        OrcaPatient.demographics(patient),
                        null,
                        source(number, day, id),
                        reply.version(),
                        entries.getFirst().at(),
                        false,
                        false,
                        entries));
            }
        }
        return sheets;
    }

    static List<Entry> entries(Node visit, String date) {
        var day = Reply.day(date);
        return day == null
                ? List.of()
                : List.of(Stay.of(
                        "visit",
                        Reply.at(day, visit.said("Acceptance_Time")),
                        "visit",
                        OrcaPatient.either(
                                visit.said("Department_WholeName"), Diseases.department(visit, "Department_Name")),
                        "",
                        visit.said("Physician_WholeName"),
                        null,
                        null));
    }
}

package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.ArrayList;
import java.util.List;

/// What a reply says of patients (応答の患者ごとの記載): nothing of a step that failed or is not registered
/// yet.
final class OrcaSheets {
    private final Reply reply;
    private final Node body;
    private final Node patient;
    private final String number;

    private OrcaSheets(Reply reply) {
        this.reply = reply;
        this.body = reply.body();
        this.patient = body.at("Patient_Information").isBlank()
                ? body.at("Disease_Infores").isBlank() ? body.at("Patient") : body.at("Disease_Infores")
                : body.at("Patient_Information");
        this.number = OrcaPatient.either(OrcaPatient.number(patient), OrcaPatient.number(body));
    }

    static List<Sheet> of(Reply reply) {
        if (reply.isReply() && !reply.succeeded()) {
            return List.of();
        }
        return new OrcaSheets(reply).sheets();
    }

    private List<Sheet> sheets() {
        return switch (reply.name()) {
            case "patientinfores" -> List.of(OrcaMaster.of(patient, reply));
            case "patientmodres" -> reply.goesOn() || isDeletion() ? List.of() : List.of(OrcaMaster.of(patient, reply));
            case "patientlst1res", "patientlst2res", "patientlst3res", "patientlst7res" ->
                body.items("Patient_Information").stream()
                        .filter(OrcaPatient::isKnown)
                        .map(each -> OrcaMaster.of(each, reply))
                        .toList();
            case "disease_infores" -> one("disease/" + number, Diseases.of(body, reply));
            case "shohosen", "okusuri_techo" -> one(reply.name() + "/" + number + "/" + formKey(), OrcaForm.of(reply));
            case "acceptlstres" -> Visits.of(reply, "Acceptlst_Information", "Acceptance_Date");
            case "visitptlst01res" -> Visits.of(reply, "Visit_List_Information", "Visit_Date");
            case "acceptres" -> orGone(visitSource(), visit());
            case "medicalv3res3", "medicalres", "medicalreq", "medicalget01res", "medicalget02res", "medicalget03res" ->
                medical();
            case "medicalv3res4" -> reply.goesOn() ? List.of() : orGone(visitKey(body), List.of());
            case "subjectivesmodres" -> orGone(subjectivesSource(), registered().subjectives());
            case "patientmodv3res6" -> one("care/" + number, registered().care());
            case "patientmodv3res7" ->
                reply.goesOn()
                        ? List.of()
                        : one("contraindications/" + number, registered().contraindications());
            default -> List.of();
        };
    }

    private OrcaRegistrations registered() {
        return new OrcaRegistrations(reply, body);
    }

    private boolean isDeletion() {
        var message = body.said("Api_Result_Message");
        return message.contains("削除") || message.contains("取消");
    }

    /// A deletion takes away what was registered under the same source.
    private List<Sheet> orGone(String source, List<Entry> entries) {
        return isDeletion() && !number.isEmpty() ? List.of(sheet(source, true, List.of())) : one(source, entries);
    }

    private String visitSource() {
        return Visits.source(number, body.said("Acceptance_Date"), body.said("Acceptance_Id"));
    }

    private String subjectivesSource() {
        return "subjectives/" + number + "/" + body.said("Perform_Date") + "/" + body.said("Subjectives_Number");
    }

    private List<Sheet> one(String source, List<Entry> entries) {
        return entries.isEmpty() || number.isEmpty() ? List.of() : List.of(sheet(source, false, entries));
    }

    private Sheet sheet(String source, boolean deletes, List<Entry> entries) {
        return new Sheet(
                number,
                OrcaPatient.demographics(patient),
                OrcaPatient.insured(patient),
                source,
                reply.version(),
                entries.isEmpty() ? reply.at() : entries.getFirst().at(),
                deletes,
                false,
                entries);
    }

    private List<Sheet> medical() {
        if (reply.isReply() && reply.goesOn()) {
            return List.of();
        }
        var list = body.items("Medical_List_Information");
        if (!list.isEmpty()) {
            var sheets = new ArrayList<Sheet>();
            for (var one : list) {
                sheets.addAll(one(visitKey(one), acts(one)));
            }
            return sheets;
        }
        var entries = new ArrayList<>(acts(body));
        entries.addAll(Diseases.of(body.at("Diagnosis_Information"), reply));
        entries.addAll(Diseases.of(body, reply));
        return one(visitKey(body), entries);
    }

    private List<Entry> acts(Node of) {
        var day = Reply.day(of.said("Perform_Date"));
        var visit = new Acts.OrcaVisit(
                visitKey(of), day == null ? reply.at() : Reply.at(day, of.said("Perform_Time")), source(of));
        var groups = new ArrayList<>(of.at("Medical_Information").items("Medical_Info"));
        of.items("Medical_Information").forEach(item -> groups.addAll(item.items("Medical_Info")));
        if (groups.isEmpty()) {
            groups.addAll(of.at("Diagnosis_Information").items("Medical_Information"));
            groups.addAll(of.items("Medical_Information"));
        }
        return Acts.of(reply, visit, groups);
    }

    /// Names where the reply gives them, codes always.
    private static OrderSource source(Node of) {
        var more = of.at("Diagnosis_Information");
        return new OrderSource(
                Concept.of(
                        PharmacySlip.DEPARTMENT,
                        OrcaPatient.either(of.said("Department_Code"), more.said("Department_Code")),
                        OrcaPatient.either(
                                Diseases.department(of, "Department_Name"),
                                Diseases.department(more, "Department_Name"))),
                Concept.of(
                        PharmacySlip.DOCTOR,
                        OrcaPatient.either(of.said("Physician_Code"), more.said("Physician_Code")),
                        OrcaPatient.either(of.said("Physician_WholeName"), more.said("Physician_WholeName"))),
                Concept.NONE,
                CareSetting.UNKNOWN);
    }

    private String visitKey(Node of) {
        var invoice = of.said("Invoice_Number");
        return "medical/" + number + "/"
                + (invoice.isEmpty()
                        ? of.said("Perform_Date") + "/" + of.said("Department_Code") + "/"
                                + of.said("Sequential_Number")
                        : invoice);
    }

    private String formKey() {
        var data = body.items("Forms").stream().findFirst().orElse(Node.NONE).at("data");
        return data.said("Perform_Date") + "/" + data.said("Department_Code") + "/" + data.said("Invoice_Number");
    }

    private List<Entry> visit() {
        return Visits.entries(body, body.said("Acceptance_Date"));
    }
}

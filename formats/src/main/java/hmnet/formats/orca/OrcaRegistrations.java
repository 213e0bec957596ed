package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.extract.AllergyExtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a reply says was registered beside acts (登録内容): details in words, care certificates, contraindications.
record OrcaRegistrations(Reply reply, Node body) {
    List<Entry> subjectives() {
        var text = body.said("Subjectives_Code");
        var day = Reply.day(body.said("Perform_Date"));
        return text.isEmpty()
                ? List.of()
                : List.of(new Paper(
                        "subjectives",
                        day == null ? reply.at() : Reply.at(day, ""),
                        Paper.PaperKind.DOCUMENT,
                        Concept.of("症状詳記"),
                        "症状詳記 " + body.said("Subjectives_Detail_Record_WholeName"),
                        "",
                        Diseases.department(body, "Department_WholeName"),
                        List.of(new Paper.PaperSection(body.said("Subjectives_Detail_Record_WholeName"), text)),
                        "",
                        new byte[0],
                        CareStatus.ACTIVE,
                        Set.of()));
    }

    List<Entry> care() {
        var entries = new ArrayList<Entry>();
        for (var info : body.at("Care_Certification_Information").items("Certification_Info")) {
            var day = Reply.day(info.said("Certification_Date"));
            if (day != null && !info.said("Need_Care_State").isEmpty()) {
                entries.add(PerformedActs.of(
                        "certification/" + day,
                        Reply.at(day, ""),
                        PerformedActs.PerformedKind.CARE,
                        "要介護認定",
                        "",
                        "",
                        false,
                        List.of(PerformedActs.PerformedAct.of(
                                "state",
                                Concept.of("要介護状態区分"),
                                Amount.NONE,
                                info.said("Need_Care_State") + " (" + info.said("Certificate_StartDate") + " – "
                                        + info.said("Certificate_ExpiredDate") + ")")),
                        Set.of()));
            }
        }
        return entries;
    }

    List<Entry> contraindications() {
        var items = new ArrayList<AllergyExtract.AllergyItem>();
        for (var drug : body.at("Patient_Contra_Information").items("Patient_Contra_Info")) {
            items.add(AllergyExtract.AllergyItem.of(
                    "DA",
                    drug.said("Medication_Name"),
                    drug.said("Medication_Code"),
                    "",
                    "患者禁忌薬剤",
                    "",
                    AllergyExtract.AllergyStatus.PRESENT));
        }
        return items.isEmpty() ? List.of() : List.of(new Allergies("contraindications", reply.at(), items));
    }
}

package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PerformedActs.PerformedAct;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What was done and used in an examination (検査の実施内容), by ZE1, ZE2 and IPC of JAHIS.
final class ExaminationActs {
    private static final String[] EXPOSURE = {"", "", "管電圧", "管電流", "距離", "時間"};

    /// Of what is planned and not done (ZE1-2); `RS` is what was done.
    private static final Set<String> PLANNED = Set.of("SC", "SP");

    private ExaminationActs() {}

    /// ZE1-3 with how often, and who helped.
    static PerformedAct procedure(Segment ze1) {
        var concept = SentFields.concept(ze1, 3);
        var times = ze1.text(4);
        var control = ze1.text(2).strip();
        boolean planned = PLANNED.contains(control);
        return new PerformedAct(
                "ZE1/"
                        + (concept.first().code().isBlank()
                                ? concept.shown()
                                : concept.first().code()),
                concept,
                times.isBlank() ? Amount.NONE : Amount.of(times, "回"),
                SentFields.joined(
                        planned || control.isEmpty() || control.equals("RS") ? "" : "制御コード " + control,
                        ze1.joined(5, " "),
                        ze1.says(6) ? "場所・機器 " + ze1.joined(6, " ") : "",
                        people(ze1),
                        time(ze1, 8),
                        time(ze1, 10),
                        time(ze1, 11)),
                planned ? CareStatus.of(CareState.PLANNED) : CareStatus.ACTIVE);
    }

    private static String people(Segment ze1) {
        var people = new ArrayList<String>();
        for (int n = 1; n <= ze1.repetitions(7); n++) {
            people.add(SentFields.joined(ze1.text(7, n, 2), ze1.text(7, n, 3)));
        }
        return SentFields.joined(people.toArray(String[]::new));
    }

    /// A time as people read it, other words as they stand.
    private static String time(Segment ze1, int field) {
        var said = ze1.joined(field, " ");
        return said.matches("[0-9]{12,14}") ? DisplayTime.shown(said) : said;
    }

    /// ZE1-9, things that were used: code, name, system, how many, unit.
    static List<PerformedAct> used(Segment ze1) {
        var used = new ArrayList<PerformedAct>();
        for (int n = 1; n <= ze1.repetitions(9); n++) {
            var name = ze1.text(9, n, 2);
            // Behind code, name and system stands an amount, which is no other code.
            var concept = new Concept(
                    name,
                    List.of(new Code(
                            CodingSystems.uri(ze1.text(9, n, 3)),
                            ze1.text(9, n, 1).strip(),
                            name)));
            var unit = ze1.sub(9, n, 5, 2).isEmpty() ? ze1.sub(9, n, 5, 1) : ze1.sub(9, n, 5, 2);
            used.add(PerformedAct.of(
                    "ZE1-9/" + (ze1.text(9, n, 1).isBlank() ? name : ze1.text(9, n, 1)),
                    concept,
                    ze1.text(9, n, 4).isBlank() ? Amount.NONE : Amount.of(ze1.text(9, n, 4), unit),
                    ""));
        }
        return used;
    }

    /// ZE2, the exposure.
    static PerformedAct exposure(Segment ze2) {
        var said = new ArrayList<String>();
        for (int field = 2; field <= 5; field++) {
            var amount = SentFields.quantity(ze2, field);
            if (!amount.isNone()) {
                said.add(EXPOSURE[field] + " " + SentFields.shown(amount));
            }
        }
        if (ze2.has(6)) {
            said.add("回数 " + ze2.text(6));
        }
        said.add(ze2.joined(7, " "));
        var text = SentFields.joined(said.toArray(String[]::new));
        return PerformedAct.of("ZE2/" + ze2.text(1), Concept.of(text.isEmpty() ? "" : "撮影条件"), Amount.NONE, text);
    }

    /// IPC: the study's own numbers, by which its images are found.
    static PerformedAct image(Segment ipc) {
        var modality = Names.of(ipc, 5);
        var codes = List.of(
                new Code("urn:dicom:uid", ipc.text(3), ""),
                new Code("http://dicom.nema.org/resources/ontology/DCM", ipc.text(5), ""));
        var accession = ipc.text(1);
        return PerformedAct.of(
                "IPC/" + (ipc.has(3) ? ipc.text(3) : accession),
                // An IPC that names nothing stands for none.
                ipc.has(1) || ipc.has(3) || ipc.says(5)
                        ? new Concept(SentFields.joined("画像", modality), codes)
                        : Concept.NONE,
                Amount.NONE,
                accession.isEmpty() ? "" : "受付番号 " + accession);
    }
}

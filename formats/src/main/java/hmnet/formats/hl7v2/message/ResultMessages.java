package hmnet.formats.hl7v2.message;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Results.LabMaterial;
import hmnet.formats.model.chart.Results.ResultKind;
import hmnet.formats.model.chart.Results.TestResult;
import hmnet.formats.model.code.CodingSystems;
import java.util.List;

/// Results of any format as messages (検査結果の電文化): OML for what is ordered, OUL for what was found, ORU for vital
/// signs. Comments, ranges in words and states go with them.
final class ResultMessages {
    private final MessageBuilder message;
    private final String number;
    private final List<Note> notes;

    private ResultMessages(MessageBuilder message, String number, List<Note> notes) {
        this.message = message;
        this.number = number;
        this.notes = notes;
    }

    static byte[] of(
            Header header, PatientLine patient, Visit visit, String number, List<Results> same, List<Note> notes) {
        var kind = same.getFirst().kind();
        var message = Lines.message(
                header,
                switch (kind) {
                    case ORDERED -> "OML^O33^OML_O33";
                    case LABORATORY, CHECKUP -> "OUL^R22^OUL_R22";
                    case VITAL -> "ORU^R30^ORU_R30";
                });
        Lines.patient(message, patient);
        Lines.visit(message, visit);
        var written = new ResultMessages(message, number, notes);
        same.forEach(written::results);
        return message.toFile();
    }

    private void results(Results told) {
        var said = OrderWords.of(told.status(), told.title(), notes);
        boolean vital = told.kind() == ResultKind.VITAL;
        if (!vital) {
            specimen(told);
        }
        if (told.kind() == ResultKind.LABORATORY) {
            request(told);
            Lines.order(message, said, number, "", told.at(), told.from());
        } else {
            Lines.order(message, said, number, "", told.at(), told.from());
            request(told);
        }
        int set = 0;
        for (var result : told.results()) {
            result(told, result, ++set);
        }
    }

    private void specimen(Results told) {
        var material = told.specimen();
        if (material.equals(LabMaterial.NONE)) {
            return;
        }
        message.segment("SPM")
                .set(1, "1")
                .set(2, material.number())
                .set(4, ConceptFields.both(material.type()))
                .set(8, ConceptFields.both(material.site()))
                .set(17, told.kind() == ResultKind.ORDERED ? "" : ConceptFields.time(told.at()));
    }

    private void request(Results told) {
        var obr = message.segment("OBR").set(1, "1").set(2, number).set(4, "", told.title());
        switch (told.kind()) {
            case LABORATORY -> obr.set(7, ConceptFields.time(told.at()));
            case VITAL -> obr.set(4, "OBSERVATIONS", "バイタルサイン", "99ZL01");
            case ORDERED, CHECKUP -> {
                // When it was asked for stands with the order.
            }
        }
        var reported = told.finalAt();
        if (reported != null) {
            obr.set(22, ConceptFields.time(reported));
        }
        told.notes().forEach(this::remark);
    }

    private void result(Results told, TestResult result, int set) {
        var obx = message.segment("OBX").set(1, String.valueOf(set)).set(3, ConceptFields.both(result.test()));
        if (told.kind() == ResultKind.ORDERED) {
            obx.set(11, "O");
            result.notes().forEach(this::remark);
            return;
        }
        boolean coded = !result.coded().codes().isEmpty();
        boolean number = result.value().matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
        obx.set(2, coded ? "CWE" : number ? "NM" : "ST");
        if (coded) {
            obx.set(5, ConceptFields.both(result.coded()));
        } else {
            obx.set(5, result.value().isBlank() ? result.coded().shown() : result.value());
        }
        obx.set(4, subNumber(result))
                .set(6, unit(result))
                .set(7, range(result))
                .set(8, result.flag())
                .set(11, result.status())
                .set(14, ConceptFields.time(result.at()));
        result.notes().forEach(this::remark);
    }

    private static String[] unit(TestResult result) {
        var unit = result.unit();
        var code = unit.unitCode().isEmpty() ? unit.unit() : unit.unitCode();
        return code.isEmpty() ? new String[0] : new String[] {code, unit.unit(), CodingSystems.hl7(unit.system())};
    }

    /// What tells two results of one code apart stands behind the code in the key.
    private static String subNumber(TestResult result) {
        var code = result.test().first().code();
        var key = result.key();
        return !code.isEmpty()
                        && key.startsWith(code + "/")
                        && key.substring(code.length() + 1).matches("[0-9]{1,4}")
                ? key.substring(code.length() + 1)
                : "";
    }

    private static String range(TestResult result) {
        if (!result.range().isBlank()) {
            return result.range();
        }
        if (result.low().isEmpty()) {
            return result.high().isEmpty() ? "" : result.high() + "以下";
        }
        return result.high().isEmpty() ? result.low() + "以上" : result.low() + "-" + result.high();
    }

    private void remark(String text) {
        message.segment("NTE").set(1, "1").set(3, text);
    }
}

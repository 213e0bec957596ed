package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import java.util.List;

/// The list of all diagnoses of a patient (病名, PPR^ZD1).
final class DiagnosisMessages {
    private DiagnosisMessages() {}

    static byte[] diagnoses(Header header, PatientLine patient, List<Diagnosis> diagnoses) {
        var message = Lines.message(header, "PPR^ZD1^PPR_ZD1");
        Lines.patient(message, patient);
        for (var diagnosis : diagnoses) {
            problem(message, diagnosis);
            modifiers(message, diagnosis);
            message.segment("ORC")
                    .set(1, "NW")
                    .set(2, "999999999999999")
                    .set(12, diagnosis.doctor().components())
                    .set(17, diagnosis.department().components())
                    .set(29, Lines.orderType(diagnosis.inpatient()).components());
        }
        return message.toFile();
    }

    private static void problem(MessageBuilder message, Diagnosis diagnosis) {
        var line = message.segment("PRB")
                .set(1, diagnosis.action())
                .set(2, Hl7Time.hl7(diagnosis.actedOn()))
                .set(3, diagnosis.disease().components())
                .set(4, diagnosis.instance())
                .set(7, Hl7Time.hl7(diagnosis.onset()))
                .set(9, Hl7Time.hl7(diagnosis.ended()))
                .set(14, diagnosis.outcome().components())
                .set(16, Hl7Time.hl7(diagnosis.onset()))
                .set(17, diagnosis.disease().text())
                .set(21, diagnosis.awareness().components())
                .set(25, diagnosis.security().components());
        if (!diagnosis.icd10().isEmpty()) {
            var setting = diagnosis.inpatient() ? "I" : "O";
            var settingText = diagnosis.inpatient() ? "入院時" : "外来時";
            line.set(10, diagnosis.icd10(), "", "I10", setting, settingText, "JHSD0004", diagnosis.icd10Version());
        }
        if (diagnosis.suspected()) {
            line.set(13, "1", "疑い", "JHSD0005");
        }
        if (diagnosis.ended() != null) {
            line.set(15, Hl7Time.hl7(diagnosis.ended()));
        }
        if (diagnosis.main()) {
            line.set(18, "1", "主診断", "JHSD0007");
        }
    }

    private static void modifiers(MessageBuilder message, Diagnosis diagnosis) {
        var line = message.segment("ZPR").set(2, diagnosis.disease().components());
        diagnosis.prefixes().forEach(prefix -> line.add(1, prefix.components()));
        diagnosis.suffixes().forEach(suffix -> line.add(3, suffix.components()));
        if (!diagnosis.exchangeCode().isEmpty()) {
            line.set(5, diagnosis.exchangeCode(), diagnosis.disease().text(), "MDCDX2");
        }
    }
}

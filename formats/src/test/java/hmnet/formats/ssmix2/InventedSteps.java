package hmnet.formats.ssmix2;

import static hmnet.formats.ssmix2.Invented.HEADER;
import static hmnet.formats.ssmix2.Invented.NOW;
import static hmnet.formats.ssmix2.Invented.ORDER;
import static hmnet.formats.ssmix2.Invented.OUTPATIENT;
import static hmnet.formats.ssmix2.Invented.PATIENT;
import static hmnet.formats.ssmix2.Invented.STAY;

import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Examination;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.LabSpecimen.VitalSign;
import hmnet.formats.hl7v2.message.Meal;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.StayStep;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.util.List;
import java.util.Map;

/// What else happens to the invented patient (架空の患者の入院生活と検査): steps of the stay, meals,
/// examinations.
public final class InventedSteps {
    static final Examination CHEST = new Examination(
            new CodedText("1000000000000000", "胸部単純撮影", "JJ1017-16P"),
            NOW.minusHours(1),
            new CodedText("1000000000000000", "胸部正面", "JJ1017-16P"),
            "A0001",
            "1.2.392.999999.1.1",
            "CR");
    static final Examination ECG =
            new Examination(new CodedText("9A110", "心電図", "99EC1"), NOW.minusHours(1), CodedText.NONE, "", "", "");

    private InventedSteps() {}

    static void putInto(Map<StorageKind, byte[]> messages) {
        messages.put(StorageKind.ADT_01, step(StayStep.StayStepKind.DOCTOR, ""));
        messages.put(StorageKind.ADT_21, step(StayStep.StayStepKind.ADMISSION_PLANNED, "３東"));
        messages.put(StorageKind.ADT_31, step(StayStep.StayStepKind.LEAVE, ""));
        messages.put(StorageKind.ADT_32, step(StayStep.StayStepKind.RETURNED, ""));
        messages.put(StorageKind.ADT_41, step(StayStep.StayStepKind.MOVE_PLANNED, "５西"));
        messages.put(StorageKind.ADT_42, step(StayStep.StayStepKind.MOVED, ""));
        messages.put(StorageKind.ADT_51, step(StayStep.StayStepKind.DISCHARGE_PLANNED, ""));
        messages.put(StorageKind.OMD, Ssmix2Messages.meals(HEADER, PATIENT, STAY, ORDER, List.of(meal())));
        var chest = List.of(CHEST);
        messages.put(StorageKind.OMG_01, Ssmix2Messages.examinationOrder(HEADER, PATIENT, OUTPATIENT, ORDER, chest));
        messages.put(StorageKind.OMG_02, Ssmix2Messages.examinationOrder(HEADER, PATIENT, OUTPATIENT, ORDER, chest));
        var ecg = List.of(ECG);
        messages.put(StorageKind.OMG_03, Ssmix2Messages.examinationOrder(HEADER, PATIENT, OUTPATIENT, ORDER, ecg));
        messages.put(StorageKind.OMG_11, Ssmix2Messages.examinationDone(HEADER, PATIENT, OUTPATIENT, ORDER, chest));
        messages.put(StorageKind.OMG_12, Ssmix2Messages.examinationDone(HEADER, PATIENT, OUTPATIENT, ORDER, chest));
        messages.put(
                StorageKind.OMG_13,
                Ssmix2Messages.physiologyResult(
                        HEADER,
                        PATIENT,
                        OUTPATIENT,
                        ORDER,
                        ECG,
                        List.of(finding("HR", "心拍数", "NM", "72", "/min"), finding("FND", "所見", "TX", "洞調律", ""))));
    }

    public static byte[] step(StayStep.StayStepKind kind, String ward) {
        return Ssmix2Messages.stayStep(HEADER, PATIENT, new StayStep(STAY, NOW, ward), kind);
    }

    static Meal meal() {
        return new Meal(
                new CodedText("012", "五分粥", "99XY3"),
                new CodedText("TID", "１日３回", "HL70335"),
                NOW,
                NOW.plusDays(1),
                "塩分控えめ");
    }

    public static byte[] vitalSigns() {
        var temperature = vital("9P100000000000001", "体温", "36.5", "cel");
        return Ssmix2Messages.vitalSigns(
                HEADER,
                PATIENT,
                STAY,
                ORDER,
                List.of(
                        new VitalSign(temperature, NOW),
                        new VitalSign(vital("9A751000000000001", "収縮期血圧", "128", "mm(hg)"), NOW),
                        new VitalSign(temperature, NOW.plusHours(4))));
    }

    private static LabItem vital(String code, String name, String value, String unit) {
        var coded = new CodedText(code, name, "JC10");
        return new LabItem(coded, CodedText.NONE, "NM", value, new CodedText(unit, unit, "ISO+"), "", "", "F");
    }

    private static LabItem finding(String code, String name, String type, String value, String unit) {
        var coded = new CodedText(code, name, "99EC1");
        var measured = unit.isEmpty() ? CodedText.NONE : new CodedText(unit, unit, "ISO+");
        return new LabItem(coded, CodedText.NONE, type, value, measured, "", "", "F");
    }
}

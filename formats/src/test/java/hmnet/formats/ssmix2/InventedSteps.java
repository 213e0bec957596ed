package hmnet.formats.ssmix2;

import static hmnet.formats.ssmix2.Invented.HEADER;
import static hmnet.formats.ssmix2.Invented.NOW;
import static hmnet.formats.ssmix2.Invented.ORDER;
import static hmnet.formats.ssmix2.Invented.OUTPATIENT;
import static hmnet.formats.ssmix2.Invented.PATIENT;
import static hmnet.formats.ssmix2.Invented.STAY;

import hmnet.formats.hl7v2.message.Coded;
import hmnet.formats.hl7v2.message.Examination;
import hmnet.formats.hl7v2.message.LabItem;
import hmnet.formats.hl7v2.message.Meal;
import hmnet.formats.hl7v2.message.Measured;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.StayStep;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.util.List;
import java.util.Map;

/// What else happens to the invented patient (架空の患者の入院生活と検査): steps of the stay, meals,
/// examinations.
final class InventedSteps {
    static final Examination CHEST = new Examination(
            new Coded("1000000000000000", "胸部単純撮影", "JJ1017-16P"),
            NOW.minusHours(1),
            new Coded("1000000000000000", "胸部正面", "JJ1017-16P"),
            "A0001",
            "1.2.392.999999.1.1",
            "CR");
    static final Examination ECG =
            new Examination(new Coded("9A110", "心電図", "99EC1"), NOW.minusHours(1), Coded.NONE, "", "", "");

    private InventedSteps() {}

    static void putInto(Map<StorageKind, byte[]> messages) {
        messages.put(StorageKind.ADT_01, step(StayStep.Kind.DOCTOR, ""));
        messages.put(StorageKind.ADT_21, step(StayStep.Kind.ADMISSION_PLANNED, "３東"));
        messages.put(StorageKind.ADT_31, step(StayStep.Kind.LEAVE, ""));
        messages.put(StorageKind.ADT_32, step(StayStep.Kind.RETURNED, ""));
        messages.put(StorageKind.ADT_41, step(StayStep.Kind.MOVE_PLANNED, "５西"));
        messages.put(StorageKind.ADT_42, step(StayStep.Kind.MOVED, ""));
        messages.put(StorageKind.ADT_51, step(StayStep.Kind.DISCHARGE_PLANNED, ""));
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

    static byte[] step(StayStep.Kind kind, String ward) {
        return Ssmix2Messages.stayStep(HEADER, PATIENT, new StayStep(STAY, NOW, ward), kind);
    }

    static Meal meal() {
        return new Meal(
                new Coded("012", "五分粥", "99XY3"), new Coded("TID", "１日３回", "HL70335"), NOW, NOW.plusDays(1), "塩分控えめ");
    }

    static byte[] vitalSigns() {
        var temperature = vital("9P100000000000001", "体温", "36.5", "cel");
        return Ssmix2Messages.vitalSigns(
                HEADER,
                PATIENT,
                STAY,
                ORDER,
                List.of(
                        new Measured(temperature, NOW),
                        new Measured(vital("9A751000000000001", "収縮期血圧", "128", "mm(hg)"), NOW),
                        new Measured(temperature, NOW.plusHours(4))));
    }

    private static LabItem vital(String code, String name, String value, String unit) {
        var coded = new Coded(code, name, "JC10");
        return new LabItem(coded, Coded.NONE, "NM", value, new Coded(unit, unit, "ISO+"), "", "", "F");
    }

    private static LabItem finding(String code, String name, String type, String value, String unit) {
        var coded = new Coded(code, name, "99EC1");
        var measured = unit.isEmpty() ? Coded.NONE : new Coded(unit, unit, "ISO+");
        return new LabItem(coded, Coded.NONE, type, value, measured, "", "", "F");
    }
}

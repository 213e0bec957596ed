package hmnet.formats.ssmix2;

import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Diagnosis;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Header;
import hmnet.formats.hl7v2.message.Injection;
import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.formats.hl7v2.message.Profile;
import hmnet.formats.hl7v2.message.Profile.Allergy;
import hmnet.formats.hl7v2.message.Profile.Insurance;
import hmnet.formats.hl7v2.message.Rp;
import hmnet.formats.hl7v2.message.Rp.Administration;
import hmnet.formats.hl7v2.message.Rp.Drug;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.formats.ssmix2.storage.StoragePath;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// An invented patient with one message of every kind (架空の患者), for the tests of this folder.
public final class Invented {
    public static final OffsetDateTime NOW = OffsetDateTime.parse("2026-04-01T10:20:30.456+09:00");
    public static final Ids IDS = (type, key) -> type + "-" + Integer.toHexString(key.hashCode());
    public static final Doctor DOCTOR = new Doctor("D001", "架空", "一郎");
    public static final CodedText INTERNAL = new CodedText("01", "内科", "99XY1");
    public static final CodedText ORAL = new CodedText("PO", "口", "HL70162");
    public static final CodedText TABLET = new CodedText("TAB", "錠", "MR9P");
    public static final CodedText AMPOULE = new CodedText("AMP", "アンプル", "MR9P");
    public static final CodedText SERUM = new CodedText("023", "血清", "JC10");
    public static final Header HEADER = new Header("HIS", "架空病院", NOW, "20260401000001");
    public static final PatientLine PATIENT = new PatientLine(
            "0001234567",
            new PersonName("架空", "花子", "カクウ", "ハナコ"),
            LocalDate.of(1950, 2, 28),
            "F",
            "730-0000",
            "広島県架空市一丁目１−１",
            "082-000-0000",
            null);
    public static final Visit OUTPATIENT = Visit.outpatient("01", DOCTOR, NOW);
    public static final Visit STAY = new Visit(true, "01", "３東", "301", "1", DOCTOR, NOW.minusDays(9), NOW);
    public static final Order ORDER = new Order("NW", "000000000000123", NOW, DOCTOR, INTERNAL, false);

    private Invented() {}

    public static Map<StorageKind, byte[]> messages() {
        var messages = new EnumMap<StorageKind, byte[]>(StorageKind.class);
        messages.put(StorageKind.ADT_00, Ssmix2Messages.profile(HEADER, PATIENT, profile()));
        messages.put(StorageKind.ADT_12, Ssmix2Messages.reception(HEADER, PATIENT, OUTPATIENT));
        messages.put(StorageKind.ADT_22, Ssmix2Messages.admission(HEADER, PATIENT, STAY));
        messages.put(StorageKind.ADT_52, Ssmix2Messages.discharge(HEADER, PATIENT, STAY));
        messages.put(StorageKind.ADT_61, Ssmix2Messages.allergies(HEADER, PATIENT, List.of(allergy())));
        messages.put(
                StorageKind.PPR_01, Ssmix2Messages.diagnoses(HEADER, PATIENT, List.of(diagnosis("P1", "高血圧症", "I10"))));
        messages.put(StorageKind.OMP_01, prescription(ORDER, rp("1", 14, drug("103835401", "架空錠５ｍｇ"))));
        messages.put(StorageKind.OMP_02, injection());
        messages.put(StorageKind.OMP_11, given());
        messages.put(StorageKind.OMP_12, given());
        messages.put(
                StorageKind.OML_01,
                Ssmix2Messages.labOrder(HEADER, PATIENT, OUTPATIENT, ORDER, List.of(specimen(ast("31", "F")))));
        messages.put(StorageKind.OML_11, labResult(ast("31", "F"), protein("7.2", "F")));
        InventedSteps.putInto(messages);
        return messages;
    }

    public static Profile profile() {
        var insurance = new Insurance(
                new CodedText("67", "国民健康保険退職者", "JHSD0001"),
                "00000000",
                "架空",
                "123",
                LocalDate.of(2025, 4, 1),
                null,
                new CodedText("SEL", "本人", "HL70063"));
        return new Profile("151.0", "48.5", "A", List.of(insurance), List.of(allergy()));
    }

    public static Allergy allergy() {
        return new Allergy(
                new CodedText("DA", "薬剤アレルギー", "HL70127"),
                new CodedText("1", "ペニシリン", "99XYZ"),
                new CodedText("MO", "中等度", "HL70128"),
                "発疹",
                "199601",
                "A");
    }

    public static Diagnosis diagnosis(String instance, String name, String icd10) {
        return new Diagnosis(
                "AD",
                LocalDate.of(2026, 3, 1),
                new CodedText("20061808", name, "MDCDX2"),
                instance,
                "ABCD",
                icd10,
                "2013",
                LocalDate.of(2026, 2, 27),
                null,
                false,
                CodedText.NONE,
                true,
                CodedText.NONE,
                CodedText.NONE,
                List.of(),
                List.of(),
                false,
                INTERNAL,
                DOCTOR);
    }

    public static Drug drug(String hot9, String name) {
        return new Drug(new CodedText(hot9, name, "HOT9"), "1", TABLET, "3", "42");
    }

    public static Rp rp(String number, int days, Drug... drugs) {
        var usage = new CodedText("1013044400000000", "内服・経口・１日３回朝昼夕食後", "JAMISDP01");
        return new Rp(number, usage, days, LocalDate.of(2026, 4, 1), ORAL, List.of(drugs));
    }

    public static byte[] prescription(Order order, Rp... rps) {
        var outside = List.of(new CodedText("OHP", "外来処方", "MR9P"), new CodedText("OHO", "院外処方", "MR9P"));
        return Ssmix2Messages.prescription(HEADER, PATIENT, OUTPATIENT, order, outside, List.of(rps));
    }

    private static byte[] injection() {
        var base = new Drug(new CodedText("620007329", "架空輸液５００ｍＬ", "HOT9"), "1", AMPOULE, "", "");
        var added = new Drug(new CodedText("620002559", "架空注５０ｍｇ", "HOT9"), "2", AMPOULE, "", "");
        var injection = new Injection(
                "1", "510", "102", NOW, NOW.plusHours(5), new CodedText("IV", "静脈内", "HL70162"), List.of(base, added));
        var inpatient = List.of(new CodedText("IHP", "入院処方", "MR9P"));
        return Ssmix2Messages.injection(HEADER, PATIENT, STAY, ORDER, inpatient, List.of(injection));
    }

    private static byte[] given() {
        var drug = drug("103835401", "架空錠５ｍｇ");
        var morning = new Administration("1", NOW, NOW, drug, ORAL, new Doctor("N1", "架空", "看護"));
        var evening = new Administration("1", NOW.plusHours(9), NOW.plusHours(9), drug, ORAL, Doctor.NONE);
        return Ssmix2Messages.given(HEADER, PATIENT, STAY, ORDER, List.of(morning, evening));
    }

    public static byte[] labResult(LabItem... items) {
        return Ssmix2Messages.labResult(HEADER, PATIENT, OUTPATIENT, ORDER, List.of(specimen(items)));
    }

    public static LabSpecimen specimen(LabItem... items) {
        return new LabSpecimen(
                "S0001", SERUM, NOW.minusHours(2), new CodedText("E002", "生化学的検査", "99O03"), NOW, List.of(items));
    }

    public static LabItem ast(String value, String status) {
        return item("3B035000002327201", "AST(GOT)", value, "13-30", status);
    }

    public static LabItem protein(String value, String status) {
        return item("3A010000002327101", "総蛋白", value, "6.6-8.1", status);
    }

    public static LabItem hiv() {
        return new LabItem(
                new CodedText("5F560000002302311", "ＨＩＶ抗原・抗体", "JC10"),
                CodedText.NONE,
                "ST",
                "(-)",
                CodedText.NONE,
                "",
                "",
                "F");
    }

    private static LabItem item(String code, String name, String value, String range, String status) {
        var unit = new CodedText("U/L", "U/L", "ISO+");
        return new LabItem(new CodedText(code, name, "JC10"), CodedText.NONE, "NM", value, unit, range, "H", status);
    }

    public static StorageName nameOf(StorageKind kind) {
        var day = kind.undated() ? null : LocalDate.of(2026, 4, 1);
        return StorageName.live(PATIENT.number(), day, kind, ORDER.number(), NOW, kind.undated() ? "" : "01");
    }

    public static StorageFile read(StorageKind kind, byte[] message) throws BadStorage {
        return StorageFile.read(StoragePath.parse(nameOf(kind).path()), message);
    }
}

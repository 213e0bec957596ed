package hmnet;

import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Header;
import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.formats.hl7v2.message.Profile;
import hmnet.formats.hl7v2.message.Rp;
import hmnet.formats.hl7v2.message.Rp.Drug;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.record.filing.Papers;
import hmnet.record.inbox.ReceivedFile;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/// What a hospital sends of one invented person, in words that stand nowhere else (探される言葉).
final class DumpPapers {
    static final String NUMBER = "77Q41883905";
    static final String FAMILY = "幻灯院";
    static final String GIVEN = "霞乃介";
    static final String KANA = "ゲントウイン";
    static final LocalDate BORN = LocalDate.of(1911, 2, 23);
    static final String ADDRESS = "幻影郡霧中町七丁目４２番";
    static final String PHONE = "0899-77-4431";
    static final String POSTAL = "799-9983";
    static final String INSURANCE_SYMBOL = "霞霧組";
    static final String INSURANCE_NUMBER = "904177352";
    static final String DISEASE = "幻影性霧中症";
    static final String ICD10 = "B24Q7753";
    static final String DRUG = "霧中錠９７ｍｇ";
    static final String DRUG_CODE = "998877661";
    static final String TEST = "ＨＩＶ霧中抗体";
    static final String JLAC10 = "5F560000002302399";
    static final String LOCAL_CODE = "L7X9Q2M4K1";
    static final String LOCAL_TEST = "院内霧中検査";
    static final String LETTER = "霞乃介様御紹介状";

    /// Found in columns alone: five bytes may stand in megabytes of sealed bytes by chance.
    static final String DEPARTMENT = "Q7XDK";

    static final Set<String> WORDS = Set.of(
            NUMBER,
            FAMILY,
            GIVEN,
            KANA,
            "カスミノスケ",
            "ｹﾞﾝﾄｳｲﾝ",
            "げんとういん",
            "GENTOUIN",
            "1911-02-23",
            "19110223",
            ADDRESS,
            "霧中町",
            PHONE,
            "0899774431",
            POSTAL,
            "7999983",
            INSURANCE_SYMBOL,
            INSURANCE_NUMBER,
            DISEASE,
            ICD10,
            DRUG,
            "霧中錠97mg",
            DRUG_CODE,
            TEST,
            JLAC10,
            LOCAL_CODE,
            LOCAL_TEST,
            "000098765431",
            "000098765432",
            LETTER);

    static final OffsetDateTime AT = OffsetDateTime.parse("2026-04-01T10:20:30.456+09:00");
    static final Doctor DOCTOR = new Doctor("D001", "架空", "一郎");
    static final CodedText PSYCHIATRY = new CodedText(DEPARTMENT, "精神科", "99XY1");
    static final PatientLine PATIENT = new PatientLine(
            NUMBER, new PersonName(FAMILY, GIVEN, KANA, "カスミノスケ"), BORN, "M", POSTAL, ADDRESS, PHONE, null);

    private DumpPapers() {}

    static ReceivedFile profile() {
        var insurance = new Profile.Insurance(
                new CodedText("06", "組合", "JHSD0001"),
                "06349999",
                INSURANCE_SYMBOL,
                INSURANCE_NUMBER,
                LocalDate.of(2020, 4, 1),
                null,
                new CodedText("SEL", "本人", "HL70063"));
        return file(
                StorageKind.ADT_00,
                "",
                Ssmix2Messages.profile(
                        header(), PATIENT, new Profile("151.0", "48.5", "A", List.of(insurance), List.of())));
    }

    static ReceivedFile prescription() {
        var drug = new Drug(new CodedText(DRUG_CODE, DRUG, "HOT9"), "1", new CodedText("TAB", "錠", "MR9P"), "3", "42");
        var usage = new CodedText("1013044400000000", "内服・経口・１日３回朝昼夕食後", "JAMISDP01");
        var rp = new Rp("1", usage, 14, AT.toLocalDate(), new CodedText("PO", "口", "HL70162"), List.of(drug));
        var outside = List.of(new CodedText("OHP", "外来処方", "MR9P"), new CodedText("OHO", "院外処方", "MR9P"));
        var order = "000000098765431";
        var body = Ssmix2Messages.prescription(header(), PATIENT, visit(), order(order), outside, List.of(rp));
        return file(StorageKind.OMP_01, order, body);
    }

    static ReceivedFile results() {
        var specimen = new LabSpecimen(
                "S0001",
                new CodedText("023", "血清", "JC10"),
                AT.minusHours(2),
                new CodedText("E002", "生化学的検査", "99O03"),
                AT,
                List.of(item(JLAC10, TEST, "JC10"), item(LOCAL_CODE, LOCAL_TEST, "99XY9")));
        var order = "000000098765432";
        var body = Ssmix2Messages.labResult(header(), PATIENT, visit(), order(order), List.of(specimen));
        return file(StorageKind.OML_11, order, body);
    }

    private static LabItem item(String code, String name, String system) {
        return new LabItem(new CodedText(code, name, system), CodedText.NONE, "ST", "(-)", CodedText.NONE, "", "", "F");
    }

    static ReceivedFile diagnosis() {
        var diagnosis = Papers.diagnosis("P1", DISEASE, ICD10);
        return file(StorageKind.PPR_01, "", Ssmix2Messages.diagnoses(header(), PATIENT, List.of(diagnosis)));
    }

    private static ReceivedFile file(StorageKind kind, String order, byte[] body) {
        var day = kind.undated() ? null : AT.toLocalDate();
        return new ReceivedFile(
                StorageName.live(NUMBER, day, kind, order, AT, kind.undated() ? "" : DEPARTMENT)
                        .path(),
                body);
    }

    private static Order order(String number) {
        return new Order("NW", number, AT, DOCTOR, PSYCHIATRY, false);
    }

    private static Visit visit() {
        return Visit.outpatient(DEPARTMENT, DOCTOR, AT);
    }

    private static Header header() {
        return new Header("HIS", "架空病院", AT, "C" + AT.toEpochSecond());
    }
}

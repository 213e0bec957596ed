package hmnet.record.filing;

import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Diagnosis;
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
import hmnet.record.inbox.ReceivedFile;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a hospital writes about one invented patient (架空の患者の書類), as files of its storage.
///
/// @param at message time
public record Papers(PatientLine patient, OffsetDateTime at) {
    private static final Doctor DOCTOR = new Doctor("D001", "架空", "一郎");
    private static final CodedText INTERNAL = new CodedText("01", "内科", "99XY1");

    public static Papers of(String number) {
        var name = new PersonName("架空", "花子", "カクウ", "ハナコ");
        var patient = new PatientLine(
                number, name, LocalDate.of(1950, 2, 28), "F", "730-0000", "広島県架空市一丁目１−１", "082-000-0000", null);
        return new Papers(patient, OffsetDateTime.parse("2026-04-01T10:20:30.456+09:00"));
    }

    /// Of somebody called otherwise.
    public static Papers written(String number, String family, String given, String familyKana, String givenKana) {
        return of(number).of(new PersonName(family, given, familyKana, givenKana), LocalDate.of(1950, 2, 28), "F");
    }

    /// Of a girl who has the number now.
    public static Papers girl(String number) {
        return of(number).later(30).of(new PersonName("見本", "さくら", "ミホン", "サクラ"), LocalDate.of(2019, 5, 3), "F");
    }

    public Papers later(int days) {
        return new Papers(patient, at.plusDays(days));
    }

    /// The same folder, and a message that names another number.
    Papers naming(String number) {
        return with(number, patient.name(), patient.birthDate());
    }

    public Papers called(String family, String given, String kana, LocalDate born) {
        return with(patient.number(), new PersonName(family, given, kana, kana), born);
    }

    /// Of somebody else, or of the same human told otherwise.
    public Papers of(PersonName name, @Nullable LocalDate born, String sex) {
        var p = patient;
        return new Papers(
                new PatientLine(p.number(), name, born, sex, p.postalCode(), p.address(), p.phone(), p.diedOn()), at);
    }

    Papers died(LocalDate on) {
        var p = patient;
        return new Papers(
                new PatientLine(
                        p.number(), p.name(), p.birthDate(), p.sex(), p.postalCode(), p.address(), p.phone(), on),
                at);
    }

    private Papers with(String number, PersonName name, @Nullable LocalDate born) {
        var p = patient;
        return new Papers(
                new PatientLine(number, name, born, p.sex(), p.postalCode(), p.address(), p.phone(), p.diedOn()), at);
    }

    public ReceivedFile profile() {
        var profile = new Profile("151.0", "48.5", "A", List.of(), List.of());
        return file(patient.number(), StorageKind.ADT_00, "", Ssmix2Messages.profile(header(), patient, profile));
    }

    public ReceivedFile visit() {
        return file(
                patient.number(), StorageKind.ADT_12, "", Ssmix2Messages.reception(header(), patient, outpatient()));
    }

    public ReceivedFile diagnoses(Diagnosis... diagnoses) {
        var body = Ssmix2Messages.diagnoses(header(), patient, List.of(diagnoses));
        return file(patient.number(), StorageKind.PPR_01, "", body);
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

    public ReceivedFile prescription(String order, String drug) {
        return prescription(patient.number(), order, drug);
    }

    /// In the folder of a number that the message may not name.
    ReceivedFile prescription(String folder, String order, String drug) {
        return prescription(folder, order, new CodedText("103835401", drug, "HOT9"));
    }

    /// Of a drug with a code of its own.
    public ReceivedFile prescription(String order, CodedText drug) {
        return prescription(patient.number(), order, drug);
    }

    private ReceivedFile prescription(String folder, String order, CodedText drug) {
        var line = new Drug(drug, "1", new CodedText("TAB", "錠", "MR9P"), "3", "42");
        var usage = new CodedText("1013044400000000", "内服・経口・１日３回朝昼夕食後", "JAMISDP01");
        var rp = new Rp("1", usage, 14, at.toLocalDate(), new CodedText("PO", "口", "HL70162"), List.of(line));
        var outside = List.of(new CodedText("OHP", "外来処方", "MR9P"), new CodedText("OHO", "院外処方", "MR9P"));
        var body = Ssmix2Messages.prescription(header(), patient, outpatient(), order(order), outside, List.of(rp));
        return file(folder, StorageKind.OMP_01, order, body);
    }

    public ReceivedFile results(String order, LabItem... items) {
        var specimen = new LabSpecimen(
                "S0001",
                new CodedText("023", "血清", "JC10"),
                at.minusHours(2),
                new CodedText("E002", "生化学的検査", "99O03"),
                at,
                Arrays.asList(items));
        var body = Ssmix2Messages.labResult(header(), patient, outpatient(), order(order), List.of(specimen));
        return file(patient.number(), StorageKind.OML_11, order, body);
    }

    /// A test that guides a dose.
    public static LabItem ast(String value, String status) {
        return item("3B035000002327201", "AST(GOT)", value, status);
    }

    public static LabItem protein(String value) {
        return item("3A010000002327101", "総蛋白", value, "F");
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

    private static LabItem item(String code, String name, String value, String status) {
        var unit = new CodedText("U/L", "U/L", "ISO+");
        return new LabItem(new CodedText(code, name, "JC10"), CodedText.NONE, "NM", value, unit, "13-30", "H", status);
    }

    /// The same file with another condition flag, as the storage renames it: 0 deleted, 2 superseded.
    public static ReceivedFile flagged(ReceivedFile file, char flag) {
        return new ReceivedFile(file.path().substring(0, file.path().length() - 1) + flag, file.body());
    }

    private ReceivedFile file(String folder, StorageKind kind, String order, byte[] body) {
        var day = kind.undated() ? null : at.toLocalDate();
        return new ReceivedFile(
                StorageName.live(folder, day, kind, order, at, kind.undated() ? "" : "01")
                        .path(),
                body);
    }

    private Order order(String number) {
        return new Order("NW", number, at, DOCTOR, INTERNAL, false);
    }

    private Visit outpatient() {
        return Visit.outpatient("01", DOCTOR, at);
    }

    private Header header() {
        return new Header("HIS", "架空病院", at, "C" + at.toEpochSecond());
    }
}

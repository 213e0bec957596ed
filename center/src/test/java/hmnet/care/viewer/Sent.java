package hmnet.care.viewer;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Header;
import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.record.inbox.ReceivedFile;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/// Files with one invented potassium value (見本の検査結果), as a hospital sends them.
public final class Sent {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final Doctor DOCTOR = new Doctor("D001", "架空", "一郎");

    private Sent() {}

    public static ReceivedFile result(String number, String occurred, String value, String status) {
        return new ReceivedFile(name(number, occurred, Flag.LIVE).path(), message(number, occurred, value, status));
    }

    /// The same order, taken back.
    public static ReceivedFile deletion(String number, String occurred) {
        return new ReceivedFile(name(number, occurred, Flag.RETRACTED).path(), message(number, occurred, "", "D"));
    }

    private static StorageName name(String number, String occurred, Flag flag) {
        return StorageName.live(number, DAY, StorageKind.OML_11, "1", at(occurred), "01")
                .flagged(flag);
    }

    private static OffsetDateTime at(String occurred) {
        return Objects.requireNonNull(Hl7Time.at(occurred));
    }

    private static byte[] message(String number, String occurred, String value, String status) {
        var drawn = at("20261118090000000");
        var item = new LabItem(
                new CodedText("3H015000002326101", "カリウム", "JC10"),
                CodedText.NONE,
                "NM",
                value,
                new CodedText("mEq/L", "mEq/L", "ISO+"),
                "3.6-4.8",
                "",
                status);
        var specimen = new LabSpecimen(
                "S1",
                new CodedText("023", "血清", "JC10"),
                drawn,
                new CodedText("E002", "生化学的検査", "99O03"),
                at(occurred),
                List.of(item));
        return Ssmix2Messages.labResult(
                new Header("HIS", "見本病院", at(occurred), occurred),
                new PatientLine(
                        number,
                        new PersonName("架空", "花子", "カクウ", "ハナコ"),
                        LocalDate.of(1950, 2, 28),
                        "F",
                        "730-0000",
                        "広島県架空市一丁目１−１",
                        "082-000-0000",
                        null),
                Visit.outpatient("01", DOCTOR, drawn),
                new Order("NW", "000000000000001", drawn, DOCTOR, new CodedText("01", "内科", "99XY1"), false),
                List.of(specimen));
    }
}

package hmnet.formats.ssmix2;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.PatientSegment;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a file of the storage is of the patient whose folder it lies in (ファイルと患者の一致).
final class StoragePatient {
    private StoragePatient() {}

    /// A second message, or a second patient, in a file of one patient: nobody can say what belongs to whom.
    static void onlyOne(Message message, Segment pid) throws BadStorage {
        for (var segment : message.segments()) {
            if (segment.is("MSH") && segment.line() != message.header().line()) {
                throw new BadStorage("two-messages", "a second MSH on line " + segment.line());
            }
            if (segment.is("PID")
                    && segment.line() != pid.line()
                    && (!segment.text(3).equals(pid.text(3)) || PatientSegment.contradict(pid, segment))) {
                throw new BadStorage("patient-differs", "another patient in the PID on line " + segment.line());
            }
        }
    }

    static boolean differs(@Nullable String pid3, StorageName name) {
        return pid3 != null && !unpadded(pid3).equals(unpadded(name.patient()));
    }

    static void compare(@Nullable String pid3, StorageName name, List<Repair> repairs) {
        if (pid3 == null) {
            repairs.add(new Repair("pid3-missing", "PID-3", "the number in the file name stands"));
        } else if (!pid3.equals(name.patient()) && unpadded(pid3).equals(unpadded(name.patient()))) {
            repairs.add(new Repair("pid3-padded", "PID-3", "leading zeros differ from the folder"));
        }
    }

    private static String unpadded(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }
}

package hmnet.formats.hl7v2.message;

import hmnet.formats.base.Note;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import java.util.List;

/// The allergies of a patient from any format (アレルギーの電文化, ADT^A60): what is past, suspected or a side effect says
/// so.
final class AllergyMessages {
    private AllergyMessages() {}

    static byte[] of(Header header, PatientLine patient, List<AllergyItem> items, List<Note> notes) {
        var message = Lines.message(header, "ADT^A60^ADT_A60");
        Lines.event(message, header);
        Lines.patient(message, patient);
        int set = 0;
        for (var item : items) {
            if (item.status() == AllergyStatus.REFUTED) {
                notes.add(Note.info("not-written", 0, "status", "否定 " + item.name()));
                continue;
            }
            var line = message.segment("IAM")
                    .set(1, String.valueOf(++set))
                    .set(2, item.category(), "", item.category().isEmpty() ? "" : "HL70127")
                    .set(3, item.code(), item.name(), system(item))
                    .set(4, item.severity(), "", item.severity().isEmpty() ? "" : "HL70128")
                    .set(5, item.reaction())
                    .set(6, "A", "追加", "HL70323")
                    .set(9, type(item))
                    .set(item.since().matches("[0-9-]*") ? 11 : 12, item.since().replace("-", ""))
                    .set(13, item.recorded().isEmpty() ? "" : ConceptFields.time(item.recorded()))
                    .set(17, status(item.status()));
            var words = item.notes().stream().filter(note -> !note.equals("禁忌")).toList();
            line.set(8, String.join("、", words));
            if (item.status() == AllergyStatus.RESOLVED) {
                notes.add(Note.info("element-left-out", 0, "status", "解消 " + item.name()));
            }
        }
        return message.toFile();
    }

    private static String system(AllergyItem item) {
        if (item.code().isEmpty()) {
            return "";
        }
        return item.system().isEmpty() ? "99XYZ" : CodingSystems.hl7(item.system());
    }

    private static String type(AllergyItem item) {
        return switch (item.type()) {
            case ALLERGY -> "AL";
            case ADVERSE_REACTION -> "AD";
            case INTOLERANCE -> "IN";
            case UNSAID -> item.notes().contains("禁忌") ? "CT" : "";
        };
    }

    private static String status(AllergyStatus status) {
        return switch (status) {
            case PRESENT, DENIED -> "A";
            case UNCONFIRMED -> "U";
            case INACTIVE, RESOLVED -> "I";
            case REFUTED -> "";
        };
    }
}

package hmnet.formats.nsips;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an NSIPS file says of its patient (調剤の記載).
final class NsipsSheet {
    private final NsipsFile file;
    private final Notes notes;

    NsipsSheet(NsipsFile file, Notes notes) {
        this.file = file;
        this.notes = notes;
    }

    Sheet sheet() {
        var patient = file.patient();
        var prescription = file.prescription();
        var day = Objects.requireNonNull(NsipsDemands.day(prescription));
        boolean deletes = NsipsFile.deletes(prescription);
        var person = PharmacySlip.person(
                patient.at(3),
                patient.at(2),
                patient.at(4),
                patient.at(5),
                patient.at(6),
                patient.at(7),
                patient.has(8) ? patient.at(8) : patient.at(10));
        return new Sheet(
                patient.at(1),
                person,
                insured(patient),
                "nsips/" + file.header().at(6) + "/" + key(patient, prescription),
                version(day),
                JapaneseDate.at(day),
                deletes,
                false,
                deletes ? List.of() : List.of(medicines(prescription, day)));
    }

    private Medicines medicines(RecordLine prescription, LocalDate day) {
        var source = new NsipsSource(file);
        source.notCarried(notes);
        return new Medicines(
                "dispensing",
                JapaneseDate.at(day),
                Medicines.MedicineAct.DISPENSED,
                false,
                Medicines.classes(file.header().at(5).equals("4") ? "OHP" : ""),
                source.source(),
                new NsipsDrugs(notes, day, source.dispenser()).drugs(file.groups()),
                source.remarks(),
                prescription.at(3).equalsIgnoreCase("U"),
                Set.of());
    }

    /// Both numbers together; without either, who was dispensed what somebody prescribed on a day.
    private static String key(RecordLine patient, RecordLine prescription) {
        if (prescription.has(1) || prescription.has(2)) {
            return prescription.at(1) + "/" + prescription.at(2);
        }
        return PharmacySlip.key(
                patient.at(1),
                patient.at(2),
                patient.at(3),
                patient.at(5),
                prescription.at(4),
                prescription.at(7),
                prescription.at(12),
                prescription.at(14),
                prescription.at(18),
                prescription.at(24));
    }

    private String version(LocalDate day) {
        var sent = file.header().at(1);
        boolean digits = sent.length() >= 8 && sent.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            notes.info("send-time", file.header(), 1, sent);
        }
        return digits
                ? (sent + "000000").substring(0, Math.max(14, Math.min(17, sent.length())))
                : day.toString().replace("-", "") + "000000";
    }

    private static @Nullable InsuredNumber insured(RecordLine patient) {
        return patient.has(14) || patient.has(17)
                ? new InsuredNumber(patient.at(14), patient.at(16), patient.at(17), "")
                : null;
    }
}

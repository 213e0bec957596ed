package hmnet.formats.hl7v2.message;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.hl7v2.segment.DosageRemark;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CareState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Medicines of any format as messages (薬剤の電文化): RDE for what is ordered, RDS for what was dispensed, RAS for
/// what was given. What they cannot say is noted.
final class MedicineMessages {
    /// An order that says the opposite, or of which nobody knows whether it is one, is no RDE.
    private static final Set<CareState> NO_ORDER = EnumSet.of(
            CareState.DRAFT,
            CareState.NOT_DONE,
            CareState.REFUSED,
            CareState.PROHIBITED,
            CareState.REFUTED,
            CareState.UNKNOWN);

    private static final Set<CareState> NOT_GIVEN = EnumSet.of(
            CareState.DRAFT,
            CareState.PLANNED,
            CareState.ON_HOLD,
            CareState.CANCELLED,
            CareState.PROHIBITED,
            CareState.REFUTED,
            CareState.UNKNOWN);

    private final MessageBuilder message;
    private final String number;
    private final DoseFields doses;
    private final List<Note> notes;

    private MedicineMessages(MessageBuilder message, String number, List<Note> notes) {
        this.message = message;
        this.number = number;
        this.doses = new DoseFields(message);
        this.notes = notes;
    }

    /// @param number of the order
    /// @param act as which it is said, since a storage has no kind for what a pharmacy dispensed
    static byte[] of(
            Header header,
            PatientLine patient,
            Visit visit,
            String number,
            List<Medicines> same,
            MedicineAct act,
            List<Note> notes) {
        var type = switch (act) {
            case ORDERED, STATED -> "RDE^O11^RDE_O11";
            case DISPENSED -> "RDS^O13^RDS_O13";
            case ADMINISTERED -> "RAS^O17^RAS_O17";
        };
        var message = Lines.message(header, type);
        Lines.patient(message, patient);
        Lines.visit(message, visit);
        var written = new MedicineMessages(message, number, notes);
        same.stream().flatMap(told -> told.notes().stream()).distinct().forEach(written::remark);
        same.forEach(told -> told.drugs().forEach(drug -> written.drug(told, drug, act)));
        return message.toFile();
    }

    static boolean isUnsayable(MedicineAct act, CareState state) {
        return (act == MedicineAct.ADMINISTERED ? NOT_GIVEN : NO_ORDER).contains(state);
    }

    private void remark(String text) {
        message.segment("NTE").set(1, "1").set(3, text);
    }

    private void drug(Medicines told, PrescribedDrug drug, MedicineAct act) {
        var state = drug.status().state();
        if (isUnsayable(act, state)) {
            notes.add(Note.info(
                    "not-written",
                    0,
                    "status",
                    drug.status().words() + " " + drug.drug().shown()));
            return;
        }
        var said = act == MedicineAct.ADMINISTERED
                ? new OrderWords("NW", "", "")
                : OrderWords.of(drug.status(), drug.drug().shown(), notes);
        Lines.order(message, said, number, drug.rp(), told.at(), told.from());
        if (act == MedicineAct.ADMINISTERED) {
            given(told, drug);
        } else {
            doses.ordered(told, drug);
            if (act == MedicineAct.DISPENSED) {
                dispensed(told, drug);
            } else if (!drug.by().isNone()) {
                left("by", drug.by().shown());
            }
        }
        drug.notes().forEach(this::remark);
        boolean substance =
                drug.dosages().stream().allMatch(dosage -> dosage.amounts().substance());
        if (substance) {
            remark(DosageWords.SUBSTANCE);
        }
        if (act != MedicineAct.ADMINISTERED && drug.dosages().size() > 1) {
            each(drug, substance);
        }
    }

    /// What several instructions say each for itself.
    private void each(PrescribedDrug drug, boolean substance) {
        var common = DoseFields.common(drug.dosages());
        for (int n = 0; n < drug.dosages().size(); n++) {
            var dosage = drug.dosages().get(n);
            var rate = !DoseFields.isOwn(dosage.amounts(), dosage.amounts().rate());
            DosageRemark.of(n + 1, dosage, common, rate, !substance).forEach(said -> remark(said.text()));
        }
    }

    private void dispensed(Medicines told, PrescribedDrug drug) {
        message.segment("RXD")
                .set(1, "1")
                .set(2, ConceptFields.both(drug.drug()))
                .set(3, ConceptFields.time(told.at()))
                .set(4, drug.total().value())
                .set(5, ConceptFields.unit(drug.total()))
                .set(10, ConceptFields.person(drug.by()));
    }

    /// What was dispensed and has no dose is said by how much it was.
    private void given(Medicines told, PrescribedDrug drug) {
        var dosage = drug.dosage();
        var amount = dosage.amounts().once().isNone()
                ? drug.total()
                : dosage.amounts().once();
        doses.pattern(dosage);
        doses.mixture(drug);
        var start = dosage.period().start();
        message.segment("RXA")
                .set(1, "0")
                .set(2, "1")
                .set(3, start.length() > 10 ? ConceptFields.time(start) : Hl7Time.hl7(told.at()))
                .set(4, ConceptFields.time(dosage.period().end()))
                .set(5, ConceptFields.both(drug.drug()))
                .set(6, amount.value())
                .set(7, ConceptFields.unit(amount))
                .set(10, ConceptFields.person(drug.by()))
                .set(18, "", drug.status().reason())
                .set(20, done(drug));
        doses.way(dosage.way());
        said("速度", dosage.amounts().rate());
        dosage.notes().forEach(this::remark);
        drug.instructions().forEach(instruction -> remark(instruction.shown()));
    }

    private String done(PrescribedDrug drug) {
        return switch (drug.status().state()) {
            case NOT_DONE -> "NA";
            case REFUSED -> "RE";
            case PARTIAL -> "PA";
            case ACTIVE, ENDED -> "CP";
            case IN_PROGRESS, STOPPED -> {
                left("status", drug.status().words());
                yield "PA";
            }
            case DRAFT, PLANNED, ON_HOLD, CANCELLED, PROHIBITED, REFUTED, UNKNOWN -> "";
        };
    }

    private void said(String what, Amount amount) {
        if (!amount.isNone()) {
            remark(what + " " + amount.shown());
        }
    }

    private void left(String element, String said) {
        notes.add(Note.info("element-left-out", 0, element, said));
    }
}

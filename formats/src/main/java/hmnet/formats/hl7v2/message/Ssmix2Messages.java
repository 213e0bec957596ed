package hmnet.formats.hl7v2.message;

import hmnet.formats.base.Note;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.LabSpecimen.VitalSign;
import hmnet.formats.hl7v2.message.Profile.Allergy;
import hmnet.formats.hl7v2.message.Rp.Administration;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import java.util.List;

/// The door to all messages the storage holds (標準化ストレージの電文): each returns the bytes of one file.
///
/// What the reader finds in them again is what was put in, except for characters outside JIS X 0208, which
/// are spelled.
public final class Ssmix2Messages {
    private Ssmix2Messages() {}

    /// ADT-00.
    public static byte[] profile(Header header, PatientLine patient, Profile profile) {
        return AdtMessages.profile(header, patient, profile);
    }

    /// ADT-12; the visit's start is the reception.
    public static byte[] reception(Header header, PatientLine patient, Visit visit) {
        return AdtMessages.stay(header, patient, visit, "ADT^A04^ADT_A01");
    }

    /// ADT-22; the visit's start is the admission.
    public static byte[] admission(Header header, PatientLine patient, Visit visit) {
        return AdtMessages.stay(header, patient, visit, "ADT^A01^ADT_A01");
    }

    /// ADT-52; the visit's end is the discharge.
    public static byte[] discharge(Header header, PatientLine patient, Visit visit) {
        return AdtMessages.stay(header, patient, visit, "ADT^A03^ADT_A03");
    }

    /// The deletion of an ADT-00.
    public static byte[] profileDeleted(Header header, PatientLine patient, Visit visit) {
        return AdtMessages.stay(header, patient, visit, "ADT^A23^ADT_A21");
    }

    /// The deletion of an ADT-12 or ADT-22.
    public static byte[] admissionDeleted(Header header, PatientLine patient, Visit visit) {
        return AdtMessages.stay(header, patient, visit, "ADT^A11^ADT_A09");
    }

    /// The deletion of an ADT-52.
    public static byte[] dischargeDeleted(Header header, PatientLine patient, Visit visit) {
        return AdtMessages.stay(header, patient, visit, "ADT^A13^ADT_A01");
    }

    /// ADT-01, 21, 31, 32, 41, 42, 51.
    public static byte[] stayStep(Header header, PatientLine patient, StayStep step, StayStep.StayStepKind kind) {
        return AdtMessages.step(header, patient, step, kind, false);
    }

    /// The deletion of one of these.
    public static byte[] stayStepDeleted(
            Header header, PatientLine patient, StayStep step, StayStep.StayStepKind kind) {
        return AdtMessages.step(header, patient, step, kind, true);
    }

    /// ADT-61: all allergies of the patient.
    public static byte[] allergies(Header header, PatientLine patient, List<Allergy> allergies) {
        return AdtMessages.allergies(header, patient, allergies);
    }

    /// Allergies of any format, as ADT-61.
    ///
    /// @param notes gets what the message cannot say
    public static byte[] allergyList(Header header, PatientLine patient, List<AllergyItem> items, List<Note> notes) {
        return AllergyMessages.of(header, patient, items, notes);
    }

    /// PPR-01: all diagnoses of the patient.
    public static byte[] diagnoses(Header header, PatientLine patient, List<Diagnosis> diagnoses) {
        return DiagnosisMessages.diagnoses(header, patient, diagnoses);
    }

    /// OMP-01. A cancelled order (`control` CA) is its deletion message.
    ///
    /// @param classes `OHP^外来処方^MR9P`, `OHI^院内処方^MR9P`, `IHP^入院処方^MR9P` …
    public static byte[] prescription(
            Header header, PatientLine patient, Visit visit, Order order, List<CodedText> classes, List<Rp> rps) {
        return DrugMessages.prescription(header, patient, visit, order, classes, rps);
    }

    /// OMP-02.
    public static byte[] injection(
            Header header,
            PatientLine patient,
            Visit visit,
            Order order,
            List<CodedText> classes,
            List<Injection> rps) {
        return DrugMessages.injection(header, patient, visit, order, classes, rps);
    }

    /// OMP-11 and OMP-12: what was given.
    public static byte[] given(
            Header header, PatientLine patient, Visit visit, Order order, List<Administration> administrations) {
        return DrugMessages.given(header, patient, visit, order, administrations);
    }

    /// Medicines of any format, all of one order: RDE, RDS or RAS.
    ///
    /// @param act as which they are said
    /// @param notes gets what the message cannot say
    public static byte[] medicines(
            Header header,
            PatientLine patient,
            Visit visit,
            String number,
            List<Medicines> same,
            MedicineAct act,
            List<Note> notes) {
        return MedicineMessages.of(header, patient, visit, number, same, act, notes);
    }

    /// Whether a drug in this state is no such order or administration at all.
    public static boolean isUnsayable(MedicineAct act, CareState state) {
        return MedicineMessages.isUnsayable(act, state);
    }

    /// Results of any format, all of one order: OML, OUL or ORU.
    ///
    /// @param notes gets what the message cannot say
    public static byte[] results(
            Header header, PatientLine patient, Visit visit, String number, List<Results> same, List<Note> notes) {
        return ResultMessages.of(header, patient, visit, number, same, notes);
    }

    /// OMD. All meals of one order.
    public static byte[] meals(Header header, PatientLine patient, Visit visit, Order order, List<Meal> meals) {
        return ExaminationMessages.meals(header, patient, visit, order, meals);
    }

    /// OMG-01, OMG-02 and OMG-03: examinations asked for.
    public static byte[] examinationOrder(
            Header header, PatientLine patient, Visit visit, Order order, List<Examination> examinations) {
        return ExaminationMessages.order(header, patient, visit, order, examinations);
    }

    /// OMG-11 and OMG-12: examinations done.
    public static byte[] examinationDone(
            Header header, PatientLine patient, Visit visit, Order order, List<Examination> examinations) {
        return ExaminationMessages.done(header, patient, visit, order, examinations);
    }

    /// OMG-13: what a physiological examination found.
    public static byte[] physiologyResult(
            Header header,
            PatientLine patient,
            Visit visit,
            Order order,
            Examination examination,
            List<LabItem> findings) {
        return ExaminationMessages.result(header, patient, visit, order, examination, findings);
    }

    /// Vital signs of the extended storage (ORU^R30), each at its own time.
    public static byte[] vitalSigns(
            Header header, PatientLine patient, Visit visit, Order order, List<VitalSign> measured) {
        return ExaminationMessages.vitalSigns(header, patient, visit, order, measured);
    }

    /// OML-01.
    public static byte[] labOrder(
            Header header, PatientLine patient, Visit visit, Order order, List<LabSpecimen> specimens) {
        return LabMessages.order(header, patient, visit, order, specimens);
    }

    /// OML-11.
    public static byte[] labResult(
            Header header, PatientLine patient, Visit visit, Order order, List<LabSpecimen> specimens) {
        return LabMessages.result(header, patient, visit, order, specimens);
    }
}

package hmnet.formats.model.chart;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/// A prescription, what a pharmacy dispensed, an injection, or what somebody says they take
/// (処方・調剤・注射・服用).
///
/// @param classes of the order (MERIT-9): OHP out-patient, OHI dispensed in the hospital, IHP in-patient
/// @param labels what the sender itself marked; those of drugs and departments are found from their names
public record Medicines(
        String key,
        OffsetDateTime at,
        MedicineAct act,
        boolean injection,
        List<Code> classes,
        OrderSource from,
        List<PrescribedDrug> drugs,
        List<String> notes,
        boolean correction,
        Set<Label> labels)
        implements Entry {
    /// What was done with the drugs (行為).
    public enum MedicineAct {
        /// 処方.
        ORDERED,
        /// 調剤.
        DISPENSED,
        /// 実施.
        ADMINISTERED,
        /// 患者等が服用中と記したもの: bought without a prescription, or entered by the person.
        STATED
    }

    /// As most formats tell it.
    ///
    /// @param orderClass of MERIT-9, or empty
    /// @param place who prescribed, where it is another facility than the sender, else empty
    public static Medicines of(
            String key,
            OffsetDateTime at,
            MedicineAct act,
            boolean injection,
            String orderClass,
            String department,
            String doctor,
            String place,
            List<PrescribedDrug> drugs,
            List<String> notes,
            boolean correction,
            Set<Label> labels) {
        return new Medicines(
                key,
                at,
                act,
                injection,
                classes(orderClass),
                OrderSource.of(department, doctor, place),
                drugs,
                notes,
                correction,
                labels);
    }

    public String department() {
        return from.department().shown();
    }

    public String doctor() {
        return from.doctor().shown();
    }

    public String place() {
        return from.facility().shown();
    }

    /// The class of an order by its code of MERIT-9; none for an empty one.
    public static List<Code> classes(String code) {
        return code.isBlank() ? List.of() : List.of(new Code(CodingSystems.uri("MR9P"), code, ""));
    }

    /// The first class, empty where there is none.
    public String orderClass() {
        return classes.isEmpty() ? "" : classes.getFirst().code();
    }

    public Medicines withDrugs(List<PrescribedDrug> others) {
        return new Medicines(key, at, act, injection, classes, from, others, notes, correction, labels);
    }

    public Medicines withNotes(List<String> others) {
        return new Medicines(key, at, act, injection, classes, from, drugs, List.copyOf(others), correction, labels);
    }

    public Medicines withInjection(boolean injected) {
        return new Medicines(key, at, act, injected, classes, from, drugs, notes, correction, labels);
    }

    /// The same of another source, with other labels.
    public Medicines from(OrderSource other, Set<Label> marked) {
        return new Medicines(key, at, act, injection, classes, other, drugs, notes, correction, marked);
    }
}

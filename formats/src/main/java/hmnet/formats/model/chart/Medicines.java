package hmnet.formats.model.chart;

import hmnet.formats.model.code.Label;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A prescription, what a pharmacy dispensed, an injection, or what somebody says they take
/// (処方・調剤・注射・服用).
///
/// @param orderClass OHP out-patient, OHI dispensed in the hospital, IHP in-patient (MERIT-9), or empty
/// @param place who prescribed, where it is another facility than the sender (処方元医療機関), else empty
/// @param labels what the sender itself marked; those of drugs and departments are found from their names
public record Medicines(
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

    /// One drug.
    ///
    /// @param rp the group that shares a usage (RP番号)
    /// @param dose one time
    /// @param daily one day
    /// @param usage in words
    /// @param usageCode 16 digits of JAMISDP01, else empty
    /// @param days days' supply, or how often for drugs taken when needed; 0 when neither was said
    /// @param asNeeded 頓服: `days` counts times
    /// @param total of what is supplied
    /// @param start null when not said
    public record PrescribedDrug(
            String rp,
            Concept drug,
            Amount dose,
            Amount daily,
            String usage,
            String usageCode,
            int days,
            boolean asNeeded,
            @Nullable LocalDate start,
            Amount total,
            Concept route,
            List<String> notes) {}
}

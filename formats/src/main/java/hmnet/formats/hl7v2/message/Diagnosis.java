package hmnet.formats.hl7v2.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One diagnosis (病名, PRB with ZPR and ORC).
///
/// @param action AD, UP, DE … (HL70287)
/// @param disease management number of MEDIS (`MDCDX2`)
/// @param instance the facility's own id of this diagnosis, unchanged for its life
/// @param suspected 疑い
/// @param outcome HL70241
/// @param awareness whether the patient has been told, empty when nothing is said (PRB-21)
/// @param security HL70177, empty for usual (PRB-25)
/// @param exchangeCode 病名交換用コード
public record Diagnosis(
        String action,
        LocalDate actedOn,
        CodedText disease,
        String instance,
        String exchangeCode,
        String icd10,
        String icd10Version,
        @Nullable LocalDate onset,
        @Nullable LocalDate ended,
        boolean suspected,
        CodedText outcome,
        boolean main,
        CodedText awareness,
        CodedText security,
        List<CodedText> prefixes,
        List<CodedText> suffixes,
        boolean inpatient,
        CodedText department,
        Doctor doctor) {}

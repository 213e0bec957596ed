package hmnet.formats.model.extract;

import hmnet.formats.model.code.RecordKind;

/// The part of a row that lists and sheets draw (抜粋). Texts are as sent; what is absent is the empty text.
public sealed interface Extract
        permits LabExtract,
                PrescriptionExtract,
                DiagnosisExtract,
                AllergyExtract,
                StayExtract,
                ProfileExtract,
                ProcedureExtract,
                DocumentExtract {
    byte[] write();

    /// @throws IllegalArgumentException when the bytes are no extract of this kind
    static Extract read(RecordKind kind, byte[] json) {
        var fields = ExtractFields.read(json);
        return switch (kind) {
            case LAB_ORDER, LABORATORY, LAB_SAFETY, CHECKUP, VITAL -> LabExtract.of(fields);
            case PRESCRIPTION, INJECTION, DISPENSING -> PrescriptionExtract.of(fields);
            case DIAGNOSIS -> DiagnosisExtract.of(fields);
            case ALLERGY -> AllergyExtract.of(fields);
            case VISIT, ADMISSION -> StayExtract.of(fields);
            case PROFILE -> ProfileExtract.of(fields);
            case PROCEDURE, CARE -> ProcedureExtract.of(fields);
            case REPORT, DOCUMENT -> DocumentExtract.of(fields);
        };
    }
}

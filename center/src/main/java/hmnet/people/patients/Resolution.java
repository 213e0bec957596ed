package hmnet.people.patients;

/// Whom a claim is about (患者の特定の結果).
public sealed interface Resolution {
    /// One human fits, or nobody had the number.
    record Known(PatientId patient) implements Resolution {}

    /// No human under the number fits, or more than one does.
    ///
    /// @param nearest who fits best of all under the number
    record Unclear(PatientId nearest) implements Resolution {}
}

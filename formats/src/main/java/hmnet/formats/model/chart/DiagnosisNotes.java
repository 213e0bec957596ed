package hmnet.formats.model.chart;

/// What a FHIR Condition of ours says in notes for want of an element (病名の注記).
public final class DiagnosisNotes {
    /// Which diagnosis is the main one.
    public static final String MAIN = "主病名";

    /// Before the outcome (転帰).
    public static final String OUTCOME = "転帰 ";

    private DiagnosisNotes() {}
}

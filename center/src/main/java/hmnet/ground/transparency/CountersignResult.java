package hmnet.ground.transparency;

/// What became of a witness's countersignature (立会人署名の受付結果).
public enum CountersignResult {
    KEPT,
    /// No checkpoint of that size was ever signed here.
    UNKNOWN_CHECKPOINT,
    UNKNOWN_WITNESS,
    /// It does not sign this checkpoint under the witness's key.
    FALSE
}

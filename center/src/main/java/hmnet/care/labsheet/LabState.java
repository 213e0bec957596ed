package hmnet.care.labsheet;

/// How settled a value is (結果の状態).
public enum LabState {
    FINAL,
    PRELIMINARY,
    CORRECTED
}

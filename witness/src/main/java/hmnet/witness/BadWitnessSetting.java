package hmnet.witness;

/// A setting of the witness that cannot be used (設定の誤り).
final class BadWitnessSetting extends RuntimeException {
    BadWitnessSetting(String message) {
        super(message);
    }
}

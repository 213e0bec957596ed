package hmnet.gateway.box;

/// The configuration cannot be used as it stands (設定の誤り).
final class BadSetting extends RuntimeException {
    BadSetting(String message) {
        super(message);
    }
}

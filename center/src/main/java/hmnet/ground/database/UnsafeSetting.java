package hmnet.ground.database;

/// A setting under which the centre does not start (危険な設定): exit code 78.
public final class UnsafeSetting extends RuntimeException {
    public UnsafeSetting(String message) {
        super(message);
    }
}

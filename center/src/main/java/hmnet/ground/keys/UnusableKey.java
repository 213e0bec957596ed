package hmnet.ground.keys;

/// The centre's keys are missing, or are not those of its database (使えない鍵): it does not start, exit code 78.
public final class UnusableKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableKey(String message) {
        super(message);
    }

    UnusableKey(String message, Throwable cause) {
        super(message, cause);
    }
}

package hmnet.command;

/// The verb was not called as it wants to be (使い方の誤り): exit code 64.
final class Usage extends RuntimeException {
    Usage(String message) {
        super(message);
    }
}

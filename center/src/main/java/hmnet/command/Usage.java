package hmnet.command;

/// A verb called in a wrong way (使い方の誤り): exit code 64.
final class Usage extends RuntimeException {
    Usage(String message) {
        super(message);
    }
}

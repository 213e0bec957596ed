package hmnet.command;

/// An act that did not happen (断られた手続き), with the exit code and words that a person can act on.
final class RefusedAct extends RuntimeException {
    static final int REFUSED = 1;
    static final int NOT_REACHED = 69;
    static final int UNSAFE = 78;

    private final int code;

    RefusedAct(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}

package hmnet.ground.routes;

/// A right ended while a request was under way (処理中に終わった権利): nothing more of it is read, kept or handed out.
public final class EndedRight extends RuntimeException {
    private final boolean callerOut;

    private EndedRight(boolean callerOut, String reason) {
        super(reason);
        this.callerOut = callerOut;
    }

    /// Whoever calls may not come in any more.
    ///
    /// @param reason in words for whoever runs the caller
    public static EndedRight ofCaller(String reason) {
        return new EndedRight(true, reason);
    }

    /// The caller may come in, and may not have this any more.
    ///
    /// @param reason a word for the audit log
    public static EndedRight ofThing(String reason) {
        return new EndedRight(false, reason);
    }

    /// Whether the caller is out, whatever was asked for.
    public boolean callerOut() {
        return callerOut;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

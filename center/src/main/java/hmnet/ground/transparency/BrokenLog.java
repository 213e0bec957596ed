package hmnet.ground.transparency;

/// The log is not what it was (監査ログの破損・改ざん): nothing is signed on top of it until somebody has
/// looked.
public final class BrokenLog extends RuntimeException {
    public BrokenLog(String message) {
        super(message);
    }
}

package hmnet.ground.transparency;

/// The log was changed or damaged (監査ログの破損・改ざん): nothing is signed on top of it until somebody has looked.
public final class BrokenLog extends RuntimeException {
    public BrokenLog(String message) {
        super(message);
    }
}

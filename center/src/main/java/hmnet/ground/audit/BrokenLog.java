package hmnet.ground.audit;

/// The log is not what it was (監査ログの破損・改ざん): nothing is signed on top of it until somebody has
/// looked.
final class BrokenLog extends RuntimeException {
    BrokenLog(String message) {
        super(message);
    }
}

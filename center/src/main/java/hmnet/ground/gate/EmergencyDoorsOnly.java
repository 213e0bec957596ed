package hmnet.ground.gate;

/// Emergency staff asked for a door of care that is not theirs (救急の方の入口違い).
final class EmergencyDoorsOnly extends RuntimeException {
    EmergencyDoorsOnly() {
        super("Emergency staff use the emergency doors");
    }
}

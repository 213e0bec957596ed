package hmnet.record.intake;

/// Which paths can be kept at all (受信パス). A path that means harm is kept as text and quarantined with its
/// reason; one that cannot be text, or has no end, is refused at the door.
final class Paths {
    private static final int LONGEST = 1024;

    private Paths() {}

    static boolean canBeKept(String path) {
        return !path.isBlank()
                && path.length() <= LONGEST
                && path.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
    }
}

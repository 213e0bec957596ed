package hmnet.formats.other.room;

/// The process that opened a room (検査室を開いたセンター): when it is gone, the room ends, whatever it is at. One that hangs
/// would
/// never find out by itself that nobody asks any more.
final class RoomParent {
    private static final int ALONE = 3;

    private RoomParent() {}

    static void endWithIt() {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
            Runtime.getRuntime().halt(ALONE);
        });
    }
}

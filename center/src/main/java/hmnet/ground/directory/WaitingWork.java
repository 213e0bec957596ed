package hmnet.ground.directory;

/// What waits for somebody behind an entry of the menu (待っている仕事). The home page shows how much.
public interface WaitingWork {
    /// The address of the entry.
    String path();

    /// Whether this member of staff deals with it; to others the entry shows no number.
    default boolean concerns(Requester by) {
        return true;
    }

    /// How many things wait for this member of staff.
    long waiting(Requester by);
}

package hmnet.formats.other.room;

/// The bytes of a large file could not be read, or what was written anew could not be kept (検査の中断): nothing is said of
/// the
/// file.
public final class LostSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostSource(Exception why) {
        super(why.getMessage(), why);
    }
}

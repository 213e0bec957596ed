package hmnet.formats.other.picture;

import hmnet.formats.base.Unreadable;

/// How many points a picture may have (画像の大きさの上限): more than any camera or scanner makes would only fill the memory
/// of whoever opens it.
public final class PictureSize {
    public static final long POINTS = 300_000_000L;

    private PictureSize() {}

    public static void check(long width, long height) throws Unreadable {
        if (height > 0 && width > POINTS / height) {
            throw new Unreadable("too-many-points", 0, "", width + " by " + height + " points");
        }
    }
}

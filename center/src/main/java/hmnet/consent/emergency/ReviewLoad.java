package hmnet.consent.emergency;

/// How much reviewing a day brings (審査の負荷).
///
/// @param openings doors opened that day
/// @param due those of them to be reviewed
/// @param reviewers among whom they are shared
/// @param enough so many are enough for one
public record ReviewLoad(int openings, int due, int reviewers, int enough) {
    public double each() {
        return reviewers == 0 ? due : (double) due / reviewers;
    }

    public boolean isTooMuch() {
        return each() > enough;
    }

    /// How many reviewers it takes.
    public int needed() {
        return Math.ceilDiv(due, enough);
    }
}

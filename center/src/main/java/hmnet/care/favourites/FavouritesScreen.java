package hmnet.care.favourites;

import hmnet.care.viewer.Glance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A professional's own list (お気に入り患者の画面).
///
/// @param told what was done, as in `favourites.told.…`, or null
/// @param ended who left the list just now, since the chart opens no more
record FavouritesScreen(
        List<FavouriteLine> lines,
        List<EndedFavourite> ended,
        int most,
        @Nullable String told) {
    /// One on it.
    ///
    /// @param closed whether the chart is closed for the moment, as by a limit on reading
    record FavouriteLine(
            String person, String name, String kana, LocalDate birth, String sex, Glance glance, boolean closed) {}

    /// Somebody whose place on the list has ended.
    ///
    /// @param name empty of one to whom the reader has no tie any more
    /// @param why the word of the refusal, or empty with the name
    record EndedFavourite(String name, String why) {}
}

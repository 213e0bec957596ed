package hmnet.consent.sight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who would see what, as asked (見える範囲の画面).
///
/// @param readers facilities and kinds of facility that can be asked about; empty where the reader is typed
/// @param reader the one asked about, by its value; empty before anybody is
/// @param profession its word; empty before anything was asked
/// @param problem what is wrong with what was asked, or null
/// @param asked in words who was asked about; null before anybody was
/// @param verdict whether the chart opens now: the word of the answer; null where nobody was asked about
public record SightScreen(
        List<SightReader> readers,
        String reader,
        String profession,
        @Nullable String problem,
        @Nullable String asked,
        @Nullable String verdict,
        List<SightSource> sources) {
    /// One that can be asked about.
    ///
    /// @param value `f` and a facility's number, or `k-` and the word of a kind of facility
    public record SightReader(String value, String name) {}
}

package hmnet.care.viewer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the reader's own facility keeps of a person for itself, as the band shows it (院内の覚え). No other facility sees
/// it.
///
/// @param flags those in force
/// @param expired how many ran out and were not ended by anybody
/// @param notes how many notes stand, pinned ones among them
/// @param pinned their words, on the summary alone
public record TeamBand(List<BandFlag> flags, int expired, int notes, List<PinnedNote> pinned) {
    public static final TeamBand NONE = new TeamBand(List.of(), 0, 0, List.of());

    /// One flag (フラグ).
    ///
    /// @param kind its word in the texts
    /// @param detail what was written beside it, or empty
    public record BandFlag(
            String kind, String detail, @Nullable LocalDate until) {}

    /// A note that stands on the summary (固定した院内メモ).
    public record PinnedNote(String text, String by, String profession, OffsetDateTime at) {}
}

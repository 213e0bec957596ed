package hmnet.care.viewer;

import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a facility's staff keep of a person for themselves, for the band above a chart (院内の覚え). A module above knows
/// it.
public interface TeamBands {
    /// That of the reader's own facility, read in the transaction that opened the chart.
    ///
    /// @param pinned whether the page shows the words of pinned notes, which then stands in the log
    TeamBand of(Requester reader, PersonId person, boolean pinned);

    /// What the reader's own facility keeps of a person for itself, as the band shows it (院内の覚え). No other facility
    /// sees
    /// it.
    ///
    /// @param flags those in force
    /// @param expired how many ran out and were not ended by anybody
    /// @param notes how many notes stand, pinned ones among them
    /// @param pinned their words, on the summary alone
    record TeamBand(List<BandFlag> flags, int expired, int notes, List<PinnedNote> pinned) {
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
}

package hmnet.record.consentpapers;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The papers that a resident reads of themselves (わたしの同意書).
///
/// @param gone when what was taken away had been kept
/// @param told that one cannot be opened, as in `papers.told.…`; or null
public record OwnPapersScreen(
        List<OwnPaper> papers,
        List<OffsetDateTime> gone,
        @Nullable String told) {
    /// One paper, as on the office's page.
    public record OwnPaper(
            UUID id,
            PaperKind kind,
            LocalDate signedOn,
            @Nullable String witness,
            String file,
            OffsetDateTime keptAt) {}
}

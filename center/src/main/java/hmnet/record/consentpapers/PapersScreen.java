package hmnet.record.consentpapers;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The papers of a person, and the form for one more (同意書の画像の画面).
///
/// @param card what forms send back to name this person
/// @param told what was just done, as in `papers.told.…`; or null
public record PapersScreen(
        String name,
        String kana,
        LocalDate birth,
        String card,
        List<ScanLine> lines,
        TypedForm form,
        @Nullable String told,
        LocalDate today) {
    public static final List<PaperKind> KINDS = List.of(PaperKind.values());
    public static final int MEGABYTES = ConsentPapers.MAX_BYTES >> 20;

    /// One paper.
    ///
    /// @param file what it is and how large, as `PDF 120 KB`
    /// @param removed that it was taken away, or null
    /// @param asked that somebody asks for that, or null
    public record ScanLine(
            UUID id,
            PaperKind kind,
            LocalDate signedOn,
            @Nullable String witness,
            String file,
            OffsetDateTime keptAt,
            String keptBy,
            @Nullable RemovedLine removed,
            @Nullable AskedLine asked) {}

    /// By which two it was taken away, and why.
    public record RemovedLine(OffsetDateTime at, String askedBy, String by, String reason) {}

    /// @param mine whether the reader asked, who cannot be the second
    public record AskedLine(String by, String why, boolean mine) {}

    /// How what was just done is told: as a notice of this kind.
    public String toldKind() {
        return Set.of("closed", "same-person", "nothing").contains(String.valueOf(told)) ? "bad" : "good";
    }
}

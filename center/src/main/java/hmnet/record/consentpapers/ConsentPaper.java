package hmnet.record.consentpapers;

import hmnet.formats.other.FileKind;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A scanned paper (同意書の画像1枚), without its bytes.
///
/// @param witness who stood by when it was signed, or null
/// @param object where its bytes lie; null once it was taken away
/// @param size of the file as it came, in bytes
/// @param removal who took it away and why, or null
record ConsentPaper(
        UUID id,
        PersonId person,
        PaperKind kind,
        LocalDate signedOn,
        @Nullable String witness,
        @Nullable UUID object,
        FileKind fileKind,
        int size,
        OffsetDateTime keptAt,
        StaffId keptBy,
        @Nullable PaperRemoval removal) {
    /// That a paper was taken away (取り下げ).
    ///
    /// @param askedBy who asked for it
    /// @param by the second officer
    record PaperRemoval(OffsetDateTime at, StaffId askedBy, StaffId by, String reason) {}

    /// What the office says of a paper before it is kept.
    record PaperDraft(PersonId person, PaperKind kind, LocalDate signedOn, String witness) {}

    boolean stands() {
        return object != null;
    }

    UUID lies() {
        return Objects.requireNonNull(object, "A paper that was taken away has no bytes");
    }
}

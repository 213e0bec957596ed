package hmnet.ground.cardsignin;

import hmnet.ground.personcertificates.PersonCards.PersonCard;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody's own cards (自分のカードの画面).
///
/// @param problem a key of what went wrong, or null
/// @param done a word of what was done, or null
/// @param found a card that was just shown and may be registered, or null
/// @param members whether the reader also looks after those of a facility
/// @param door where a card is shown; null where there is no such port
record OwnCertificatesScreen(
        @Nullable String problem,
        @Nullable String done,
        List<PersonCard> cards,
        @Nullable FoundCertificate found,
        boolean members,
        @Nullable String door) {
    /// A certificate that was just shown.
    ///
    /// @param subject who it says it is of; anything may stand there
    /// @param role the qualification in a card; empty for a device
    record FoundCertificate(String subject, String role, String serial, OffsetDateTime notAfter) {}
}

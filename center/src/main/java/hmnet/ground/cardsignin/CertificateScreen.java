package hmnet.ground.cardsignin;

import org.jspecify.annotations.Nullable;

/// What the page of signing in with a certificate shows (証明書サインインの画面).
///
/// @param problem a key of what went wrong, or null
/// @param count of what the problem tells: seconds or minutes to wait
/// @param holder the name of whom a card stands for, from the register; null where none does
/// @param facility the name of whose device this is; null where it is none's
/// @param subject who the certificate says it is of; anything may stand there
/// @param back where its user wanted to go
/// @param door where a certificate is shown; null where there is no such port
record CertificateScreen(
        @Nullable String problem,
        long count,
        @Nullable String holder,
        @Nullable String facility,
        String subject,
        String back,
        @Nullable String door) {
    /// The same with something that went wrong.
    CertificateScreen with(String key, long counted) {
        return new CertificateScreen(key, counted, holder, facility, subject, back, door);
    }
}

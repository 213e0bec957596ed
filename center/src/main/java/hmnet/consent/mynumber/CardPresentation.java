package hmnet.consent.mynumber;

import hmnet.people.patients.PersonId;

/// The result of showing a card (カード提示の結果).
sealed interface CardPresentation {
    /// The card is bound, and its holder is told the regional ID.
    record Told(PersonId person, String regionalId) implements CardPresentation {}

    /// The certificate was bound to the person.
    record Bound(PersonId person) implements CardPresentation {}

    record Refused(CardRefusal why) implements CardPresentation {}

    /// Why a card is refused, in words that its holder may hear.
    enum CardRefusal {
        /// No answer of a card.
        UNREADABLE,
        /// The challenge is not ours or too old.
        TOO_LATE,
        /// The challenge was answered before.
        REPLAYED,
        /// The certificate is of another authority, or for another purpose.
        NOT_OURS,
        EXPIRED,
        REVOKED,
        /// The signature is not of the certificate's key.
        NOT_SIGNED,
        /// Whether it is revoked cannot be found out now.
        UNKNOWABLE,
        /// No desk has bound this certificate, or no longer.
        NOT_BOUND,
        /// It is bound to somebody else.
        ANOTHERS
    }
}

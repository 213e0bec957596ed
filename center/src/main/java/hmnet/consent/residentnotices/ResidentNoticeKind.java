package hmnet.consent.residentnotices;

import hmnet.ground.database.ColumnWord;
import java.util.Locale;

/// What a resident is told (お知らせの種類). The word in the database never changes.
public enum ResidentNoticeKind implements ColumnWord {
    /// A facility began to care for them by a card number that was typed.
    NUMBER_TYPED,
    /// The same of a person found without a card.
    IDENTITY_CHECKED,
    /// The chart was opened in an emergency, by consent for emergencies or without.
    EMERGENCY_OPENED,
    /// What they decided was written down at a counter.
    CONSENT_RECORDED,
    /// A new card was issued, and those before work no more.
    CARD_ISSUED,
    /// Their cards were ended.
    CARD_ENDED,
    PROTECTED,
    PROTECTION_ENDED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the person alone reads it, and nobody who represents them.
    boolean isOwnAlone() {
        return this == PROTECTED || this == PROTECTION_ENDED;
    }
}

package hmnet.consent.cards;

import hmnet.ground.directory.FacilityId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A card as the office sees its history (発行済みカード).
///
/// @param issuer the hospital of a 開示カード, else null
/// @param issue which issue of this person's cards of its kind it is, from 1
/// @param issuedWhy `first`, or why the one before ended
/// @param endedWhy null while it works
/// @param worksUntil the last day of one that another card has replaced, or null
public record IssuedCard(
        CardCode code,
        CardKind kind,
        @Nullable FacilityId issuer,
        int issue,
        boolean active,
        OffsetDateTime issuedAt,
        String issuedWhy,
        @Nullable OffsetDateTime endedAt,
        @Nullable String endedWhy,
        @Nullable LocalDate worksUntil) {}

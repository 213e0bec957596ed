package hmnet.ground.federation;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// The identity provider of a hospital (病院の認証基盤).
///
/// @param facility whose staff alone it signs in
/// @param secret by which it knows the centre, sealed
/// @param twoFactors whether two factors shown there count as two here
/// @param acr a value of the claim `acr` that means two factors there; empty where none does
/// @param agreedBy the second operator; null while it waits
record IdentityProvider(
        long id,
        FacilityId facility,
        String issuer,
        String clientId,
        byte[] secret,
        boolean twoFactors,
        String acr,
        StaffId askedBy,
        OffsetDateTime askedAt,
        @Nullable StaffId agreedBy,
        @Nullable OffsetDateTime endedAt) {
    boolean waits() {
        return agreedBy == null && endedAt == null;
    }

    boolean stands() {
        return agreedBy != null && endedAt == null;
    }
}

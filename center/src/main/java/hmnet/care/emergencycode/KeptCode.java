package hmnet.care.emergencycode;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A code as it is kept (救急QRの一件).
///
/// @param account of the resident who made it
/// @param madeAt when, until when and in which epoch of the key; null for a draft
/// @param words null once it has ended or expired
record KeptCode(
        UUID id,
        long account,
        CodeState state,
        int months,
        Instant draftedAt,
        @Nullable Instant madeAt,
        @Nullable Instant until,
        @Nullable Integer epoch,
        @Nullable Instant endedAt,
        @Nullable CodeWords words) {
    /// So long a draft can be made into a code.
    static final Duration DRAFT = Duration.ofMinutes(30);

    /// How many letters of its number are printed.
    private static final int PRINTED = 8;

    /// The number that stands on paper, so that it can be named at a counter.
    String number() {
        return number(id);
    }

    static String number(UUID id) {
        var letters = id.toString().substring(0, PRINTED).toUpperCase(Locale.ROOT);
        return letters.substring(0, PRINTED / 2) + "-" + letters.substring(PRINTED / 2);
    }

    boolean counts(Instant now) {
        return state == CodeState.MADE && until != null && now.isBefore(until);
    }

    boolean isMakeable(Instant now) {
        return state == CodeState.DRAFT && words != null && now.isBefore(draftedAt.plus(DRAFT));
    }
}

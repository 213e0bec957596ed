package hmnet.care.devicecopies;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A look at a copy as a device tells of it (端末が伝える閲覧).
///
/// @param look its number, made once on the device
/// @param at by the clock of the device
public record SentLook(UUID look, UUID copy, OffsetDateTime at) {
    /// Nothing where a part is missing or no moment.
    public static Optional<SentLook> of(@Nullable UUID look, @Nullable UUID copy, String at) {
        if (look == null || copy == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SentLook(look, copy, OffsetDateTime.parse(at)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

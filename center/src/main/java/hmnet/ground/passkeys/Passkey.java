package hmnet.ground.passkeys;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A passkey as its holder sees it (登録済みのパスキー).
///
/// @param label what the holder calls the device
/// @param synced whether a maker's cloud may carry it to other devices
public record Passkey(long id, String label, boolean synced, OffsetDateTime added, Optional<OffsetDateTime> used) {}

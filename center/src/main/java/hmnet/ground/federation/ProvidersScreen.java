package hmnet.ground.federation;

import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of hospitals' identity providers (認証基盤の画面).
///
/// @param back the address that the provider must know
public record ProvidersScreen(
        List<ProviderLine> providers,
        TypedForm typed,
        @Nullable String done,
        @Nullable String problem,
        String back) {
    /// @param own whether the reader entered it, and so cannot agree
    public record ProviderLine(
            long id,
            String facility,
            String issuer,
            String clientId,
            boolean twoFactors,
            String askedBy,
            OffsetDateTime askedAt,
            boolean waits,
            boolean own,
            @Nullable OffsetDateTime endedAt) {}
}

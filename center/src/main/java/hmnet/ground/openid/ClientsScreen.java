package hmnet.ground.openid;

import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of sub-systems (サブシステムの画面).
///
/// @param fresh what was agreed to just now, with its secret
public record ClientsScreen(
        List<ClientLine> clients,
        TypedForm typed,
        @Nullable String done,
        @Nullable String problem,
        @Nullable FreshClient fresh,
        String issuer) {
    /// @param own whether the reader entered it, and so cannot agree
    public record ClientLine(
            long id,
            String clientId,
            String name,
            List<String> redirects,
            String askedBy,
            OffsetDateTime askedAt,
            boolean waits,
            boolean own,
            @Nullable OffsetDateTime endedAt) {}

    public record FreshClient(String name, String clientId, String secret) {}
}

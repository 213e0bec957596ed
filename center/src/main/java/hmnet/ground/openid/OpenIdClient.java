package hmnet.ground.openid;

import hmnet.ground.directory.StaffId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sub-system that takes the sign-in of the centre (サブシステム).
///
/// @param clientId by which it calls itself
/// @param redirects the addresses to which a browser is sent back, letter by letter
/// @param signOuts the addresses to which a browser is sent after signing out there
/// @param agreedBy the second operator; null while it waits
record OpenIdClient(
        long id,
        String clientId,
        String name,
        List<String> redirects,
        List<String> signOuts,
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

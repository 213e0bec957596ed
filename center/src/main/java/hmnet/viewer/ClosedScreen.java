package hmnet.viewer;

import org.jspecify.annotations.Nullable;

/// A refusal, told to one who has shown a tie to the person (閉じたカルテ): what is closed and what to do next.
///
/// @param reason `withdrawn`, `no-consent`, `relation-ended`, `profession`, `facility-stopped` or `not-yet`
/// @param contact whom to call, or null for the office
public record ClosedScreen(String reason, @Nullable Contact contact) {
    public record Contact(String facility, String phone) {}
}

package hmnet.consent.mypages;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facilities a resident is tied to (つながっている施設の画面).
///
/// @param done `ended` or `linked`, what was just done; or null
public record OwnTiesScreen(List<OwnTie> ties, @Nullable String done) {
    /// @param how how it began, in the words of `RelationOrigin`
    /// @param ownPatient whether the facility knows the person as a patient of its own besides
    public record OwnTie(
            long facility, String name, OffsetDateTime since, OffsetDateTime until, String how, boolean ownPatient) {}
}

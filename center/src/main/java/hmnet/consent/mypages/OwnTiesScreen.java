package hmnet.consent.mypages;

import java.time.OffsetDateTime;
import java.util.List;

/// The facilities a resident is tied to (つながっている施設の画面).
///
/// @param ended whether one was just ended
public record OwnTiesScreen(List<OwnTie> ties, boolean ended) {
    /// @param how how it began, in the words of `RelationOrigin`
    /// @param ownPatient whether the facility knows the person as a patient of its own besides
    public record OwnTie(
            long facility, String name, OffsetDateTime since, OffsetDateTime until, String how, boolean ownPatient) {}
}

package hmnet.office.reviewdesk;

import hmnet.ground.directory.FacilityId;
import hmnet.people.arrivals.Doubt;
import hmnet.people.arrivals.ReviewQueue.Wanted;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the queue is narrowed to, as it stands in addresses (絞り込み).
///
/// @param kind the word of a kind of question, empty for all
/// @param facility a facility's number, empty for all
record Narrowing(String kind, String facility) {
    static Narrowing of(@Nullable String kind, @Nullable String facility) {
        return new Narrowing(
                kind != null
                                && Arrays.stream(Doubt.values())
                                        .anyMatch(doubt -> doubt.name().equals(kind))
                        ? kind
                        : "",
                facility != null && facility.matches("\\d{1,18}") ? facility : "");
    }

    Wanted wanted() {
        return new Wanted(
                kind.isEmpty() ? null : Doubt.valueOf(kind),
                facility.isEmpty() ? null : new FacilityId(Long.parseLong(facility)),
                null);
    }

    /// To be put behind a `?` or an `&`.
    String query() {
        return "kind=" + kind + "&facility=" + facility;
    }
}

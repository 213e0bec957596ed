package hmnet.office.reviewdesk;

import hmnet.ground.directory.FacilityId;
import hmnet.people.arrivals.ReviewQueue.ReviewQueueQuery;
import hmnet.people.arrivals.ReviewReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the queue is narrowed to, as it stands in addresses (絞り込み).
///
/// @param kind the word of a kind of question, empty for all
/// @param facility a facility's number, empty for all
record QueueFilter(String kind, String facility) {
    static QueueFilter of(@Nullable String kind, @Nullable String facility) {
        return new QueueFilter(
                kind != null
                                && Arrays.stream(ReviewReason.values())
                                        .anyMatch(reviewReason ->
                                                reviewReason.name().equals(kind))
                        ? kind
                        : "",
                facility != null && facility.matches("\\d{1,18}") ? facility : "");
    }

    ReviewQueueQuery wanted() {
        return new ReviewQueueQuery(
                kind.isEmpty() ? null : ReviewReason.valueOf(kind),
                facility.isEmpty() ? null : new FacilityId(Long.parseLong(facility)),
                null);
    }

    /// To be put behind a `?` or an `&`.
    String query() {
        return "kind=" + kind + "&facility=" + facility;
    }
}

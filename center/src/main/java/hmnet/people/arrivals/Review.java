package hmnet.people.arrivals;

import hmnet.ground.directory.FacilityId;
import hmnet.people.links.ReviewState;
import hmnet.people.matching.Demographics;
import hmnet.people.matching.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two charts before a human (名寄せ確認): both sides as they read now, and why it is not decided without one.
///
/// @param score how likely they are one person
public record Review(
        long id,
        ReviewReason why,
        ReviewChart one,
        ReviewChart other,
        double score,
        List<Evidence> evidence,
        ReviewState state) {
    /// One side (確認の一方).
    ///
    /// @param facility whose chart it is; null for a person as the office registered them
    public record ReviewChart(@Nullable FacilityId facility, String number, Demographics said) {
        public static ReviewChart of(MatchSubject matchSubject) {
            return new ReviewChart(
                    matchSubject.patient() == null ? null : new FacilityId(matchSubject.facility()),
                    matchSubject.number(),
                    matchSubject.said().withoutInsurance());
        }
    }
}

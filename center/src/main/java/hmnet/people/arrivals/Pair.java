package hmnet.people.arrivals;

import hmnet.ground.directory.FacilityId;
import hmnet.people.links.LinkSource;
import hmnet.people.links.ReviewState;
import hmnet.people.matching.Demographics;
import hmnet.people.matching.Evidence;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two charts before a human with all that hangs on either (確認する組).
///
/// @param joined whether both belong to one person now
/// @param asOf the demographics of both in one number: a decision is on what was shown
public record Pair(
        long id,
        ReviewReason why,
        double score,
        ReviewState state,
        ReviewQueue.QueuePlace place,
        OffsetDateTime openedAt,
        List<Evidence> evidence,
        Party one,
        Party other,
        boolean joined,
        OnSame onSame,
        long asOf) {
    public boolean waits() {
        return state.waits();
    }

    /// One side (組の一方).
    ///
    /// @param person whom it belongs to now, or null
    /// @param firm whether a human stands behind that person
    /// @param chart what is compared
    /// @param charts all charts of that person, the compared one among them
    public record Party(@Nullable PersonId person, boolean firm, PairChart chart, List<PairChart> charts) {}

    /// A chart, or a person as the office registered them (カルテ一件).
    ///
    /// @param facility whose chart it is; null for the office's record
    /// @param since since when it belongs to its person, or null
    /// @param source null when it belongs to nobody
    public record PairChart(
            @Nullable PatientId patient,
            @Nullable FacilityId facility,
            String number,
            Demographics said,
            @Nullable OffsetDateTime since,
            @Nullable LinkSource source) {}

    /// What "the same" would do (「同じ人」の効果).
    public enum OnSame {
        /// A new person with the charts of both.
        NEW_PERSON,
        /// Nothing: neither says when they were born.
        NO_BIRTH_DATE,
        /// One side's charts come to the person of the other.
        LINK,
        /// Two persons whom humans stand behind are noted to be one.
        JOIN,
        /// Nothing changes: they are one already.
        STAYS
    }
}

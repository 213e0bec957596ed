package hmnet.consent.decisions;

import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.Succession.Follows;
import java.util.function.Function;

/// Whose records a chart would show, and under whose rule (開示元), once it is known who has taken over from
/// whom.
///
/// @param ruled whose disclosure rule they obey
/// @param discloses whether anything of them is shown to others
/// @param stopped whether nothing is shown because their hospital stopped it
/// @param own whether they are the requester's own
record Source(Facility facility, FacilityId ruled, boolean discloses, boolean stopped, boolean own) {
    static Source of(FacilityId facility, FacilityId requester, Heirs heirs, Function<FacilityId, Facility> register) {
        return new Source(
                register.apply(facility),
                heirs.ruleOf(facility),
                heirs.discloses(facility, register),
                heirs.isStopped(facility, register),
                heirs.standsFor(requester, Follows.RECORDS).contains(facility));
    }
}

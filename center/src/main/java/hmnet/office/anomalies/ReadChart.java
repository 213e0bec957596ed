package hmnet.office.anomalies;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A page of a chart that somebody was shown (開いたカルテ), as an event of the log tells it.
///
/// @param byDoor whether an emergency door opened it
record ReadChart(StaffId staff, FacilityId facility, PersonId person, Instant at, boolean byDoor) {
    /// Nothing for an event of anything else.
    static Optional<ReadChart> of(ExposedEvent event) {
        var trace = event.trace();
        return trace.action() == Action.CHART_OPENED
                        && trace.person() != null
                        && trace.actor() instanceof Actor.StaffMember member
                ? Optional.of(new ReadChart(
                        StaffId.of(member),
                        new FacilityId(trace.facility()),
                        new PersonId(trace.person()),
                        event.at(),
                        trace.detail().containsKey("door")))
                : Optional.empty();
    }

    /// The day in Japan.
    LocalDate day() {
        return LocalDate.ofInstant(at, JapaneseDates.JAPAN);
    }
}

package hmnet.people.links;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import org.jspecify.annotations.Nullable;

/// One chart on a facility's list (名簿の一行), with whom it belongs to now.
///
/// @param said what the facility itself said of its patient
/// @param person whom it is linked to, or null
/// @param tied whether the facility's own desk, or a take-over, made that link
public record ListedChart(
        PatientId patient,
        FacilityId facility,
        String number,
        Demographics said,
        @Nullable PersonId person,
        boolean tied) {}

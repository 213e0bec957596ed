package hmnet.people.patients;

import hmnet.ground.directory.FacilityId;
import java.util.List;
import java.util.Objects;

/// Whom a claim is about, with a human at the desk who goes by the birth date (窓口の判断).
public final class NumberWord {
    private NumberWord() {}

    /// Whom a claim is about where the desk says that the number's only holder reads otherwise now.
    public static PatientId putRight(Patients patients, FacilityId facility, PatientClaim claim) {
        return switch (Objects.requireNonNull(
                patients.resolve(facility, List.of(claim)).get(claim))) {
            case Resolution.Known(var patient) -> patient;
            case Resolution.Unclear(var nearest) -> {
                patients.assign(facility, claim, nearest);
                yield nearest;
            }
        };
    }

    public static PatientId patient(Patients patients, FacilityId facility, PatientClaim claim) {
        return switch (Objects.requireNonNull(
                patients.resolve(facility, List.of(claim)).get(claim))) {
            case Resolution.Known(var patient) -> patient;
            case Resolution.Unclear unclear ->
                patients.holders(facility, claim.number()).stream()
                        .filter(holder -> Objects.equals(
                                holder.shown().birthDate(), claim.demographics().birthDate()))
                        .map(Patients.ChartNumberHolder::patient)
                        .peek(patient -> patients.assign(facility, claim, patient))
                        .findFirst()
                        .orElseGet(() -> patients.openNext(facility, claim));
        };
    }
}

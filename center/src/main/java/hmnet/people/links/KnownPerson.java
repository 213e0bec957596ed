package hmnet.people.links;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.LinkedPatient;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A person and the facilities' patients linked to them now (名寄せ済みの本人).
public record KnownPerson(Person person, List<LinkedPatient> patients) {
    /// From one row of the view `person_with_patients`.
    public static KnownPerson of(ResultSet row, SealedPersons sealed, SealedNumbers numbers) throws SQLException {
        var number = numbers.open(row, "patient_facility", "patient_number");
        var patient = number == null
                ? List.<LinkedPatient>of()
                : List.of(new LinkedPatient(
                        new PatientId(row.getLong("patient")),
                        new FacilityId(row.getLong("patient_facility")),
                        number,
                        row.getBoolean("patient_tied")));
        return new KnownPerson(sealed.read(row, 0), patient);
    }

    /// The same person with the patients of another row, or of another person who is one with them.
    public KnownPerson with(KnownPerson other) {
        var all = new ArrayList<>(patients);
        all.addAll(other.patients);
        return new KnownPerson(person, List.copyOf(all));
    }

    /// Whether the facility itself says so: matching gives nobody a right to see.
    public boolean isPatientOf(Set<FacilityId> facilities) {
        return patients.stream().anyMatch(patient -> patient.tied() && facilities.contains(patient.facility()));
    }
}

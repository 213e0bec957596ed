package hmnet.identity;

import hmnet.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A person and the facilities' patients linked to them now (名寄せ済みの本人).
public record KnownPerson(Person person, List<LinkedPatient> patients) {
    /// From the rows of the view `person_with_patients` that are about one person, standing on the first of
    /// them.
    public static KnownPerson of(ResultSet rows) throws SQLException {
        var person = Persons.read(rows, 0);
        var patients = new ArrayList<LinkedPatient>();
        do {
            if (rows.getString("patient_number") != null) {
                patients.add(new LinkedPatient(
                        new PatientId(rows.getLong("patient")),
                        new FacilityId(rows.getLong("patient_facility")),
                        rows.getString("patient_number"),
                        rows.getBoolean("patient_tied")));
            }
        } while (rows.next());
        return new KnownPerson(person, List.copyOf(patients));
    }

    /// Whether the facility itself says so: matching gives nobody a right to see.
    public boolean isPatientOf(FacilityId facility) {
        return patients.stream()
                .anyMatch(patient -> patient.tied() && patient.facility().equals(facility));
    }
}

package hmnet.people.patients;

/// A person as one facility knows them (患者): the number of facility, domain, chart number and epoch.
public record PatientId(long value) {}

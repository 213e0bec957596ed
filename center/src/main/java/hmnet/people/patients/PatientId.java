package hmnet.people.patients;

/// A person as one facility knows them (患者): the number of facility, domain, chart number and epoch.
public record PatientId(long value) {
    /// From an address or a form; anything that is no number is an `IllegalArgumentException`, which is a 400.
    public static PatientId valueOf(String text) {
        return new PatientId(Long.parseLong(text));
    }
}

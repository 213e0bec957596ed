package hmnet.people.patients;

import java.util.UUID;

/// The resident (地域の一人): a random id that says nothing about them.
public record PersonId(UUID value) {
    public static PersonId fresh() {
        return new PersonId(UUID.randomUUID());
    }

    /// From an address or a form; anything that is no UUID is an `IllegalArgumentException`, which is a 400.
    public static PersonId valueOf(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package hmnet.ground.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// About what is asked, in a span of time (照会の対象).
public sealed interface ExposureSubject {
    /// From when on, this moment with it.
    Instant from();

    /// Until when, this moment without it.
    Instant until();

    /// What went through one user, facility, address or credential.
    ///
    /// @param word the actor's word, the facility's number, the address or the credential, as events have them
    record Through(ExposureKind kind, String word, Instant from, Instant until) implements ExposureSubject {}

    /// What was done with the chart of persons who are one.
    record OfPersons(Collection<UUID> persons, Instant from, Instant until) implements ExposureSubject {
        public OfPersons {
            persons = List.copyOf(persons);
        }
    }
}

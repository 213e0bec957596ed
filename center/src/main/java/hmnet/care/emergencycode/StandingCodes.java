package hmnet.care.emergencycode;

import hmnet.people.patients.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The code of a person that counts now (いま有効な救急QR), for what hands it on.
@Component
public class StandingCodes {
    private final CodeRows rows;
    private final EmergencyCodes codes;

    StandingCodes(CodeRows rows, EmergencyCodes codes) {
        this.rows = rows;
        this.codes = codes;
    }

    /// A signed code (有効な救急QR).
    ///
    /// @param text as a reader gets it
    public record StandingCode(UUID id, String text, Instant madeAt) {}

    /// The newest that counts and tells of nobody else's chart.
    public Optional<StandingCode> newest(PersonId person) {
        return rows.of(person).stream()
                .filter(code -> !rows.isParted(code.id()))
                .flatMap(code -> codes
                        .text(code)
                        .map(text -> new StandingCode(code.id(), text, Objects.requireNonNull(code.madeAt())))
                        .stream())
                .findFirst();
    }
}

package hmnet.formats.model.chart;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The person as a message names them (属性), texts exactly as decoded, never normalised.
///
/// @param sex `male`, `female`, `other` or `unknown`; whatever else a sender writes is the last
public record Demographics(
        String familyName,
        String givenName,
        String familyKana,
        String givenKana,
        @Nullable LocalDate birthDate,
        String sex,
        String postalCode,
        String address,
        String phone,
        @Nullable LocalDate diedOn) {
    private static final Set<String> SEXES = Set.of("male", "female", "other", "unknown");

    public Demographics {
        sex = SEXES.contains(sex) ? sex : "unknown";
    }
}

package hmnet.formats.model.chart;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The person as a message names them (属性), texts exactly as decoded, never normalised.
///
/// @param sex `male`, `female`, `other` or `unknown`
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
        @Nullable LocalDate diedOn) {}

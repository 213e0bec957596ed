package hmnet.formats.fhir;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a Patient resource says of a person (患者の属性), texts exactly as decoded.
public record Person(
        String number,
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

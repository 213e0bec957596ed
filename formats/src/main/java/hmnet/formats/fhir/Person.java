package hmnet.formats.fhir;

import hmnet.formats.model.chart.Demographics;
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
        @Nullable LocalDate diedOn) {
    /// Somebody under a number, as a message names them.
    public static Person of(String number, Demographics said) {
        return new Person(
                number,
                said.familyName(),
                said.givenName(),
                said.familyKana(),
                said.givenKana(),
                said.birthDate(),
                said.sex(),
                said.postalCode(),
                said.address(),
                said.phone(),
                said.diedOn());
    }
}

package hmnet.exchange.personquery;

import hmnet.formats.model.chart.Demographics;
import hmnet.people.folding.Address;
import hmnet.people.folding.Digits;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of somebody who is looked for (検索の手がかり). All that is given must hold; empty text is
/// "not asked". Insurance numbers are none of it: they are no search key (健保法 第194条の2).
///
/// @param number a number at whoever gave it, or null
/// @param system the domain of that number as the caller wrote it; empty when any of the caller's own is meant
/// @param sex `male`, `female`, `other`, `unknown` or empty
public record Traits(
        List<NamePart> names,
        @Nullable LocalDate birthDate,
        String sex,
        String postalCode,
        String address,
        String phone,
        String system,
        @Nullable String number) {
    public static final Traits NONE = new Traits(List.of(), null, "", "", "", "", "", null);

    public Traits named(List<NamePart> parts) {
        return new Traits(parts, birthDate, sex, postalCode, address, phone, system, number);
    }

    public Traits born(@Nullable LocalDate day) {
        return new Traits(names, day, sex, postalCode, address, phone, system, number);
    }

    public Traits ofSex(String word) {
        return new Traits(names, birthDate, word, postalCode, address, phone, system, number);
    }

    public Traits living(String code, String place) {
        return new Traits(names, birthDate, sex, code, place, phone, system, number);
    }

    public Traits phoned(String digits) {
        return new Traits(names, birthDate, sex, postalCode, address, digits, system, number);
    }

    public Traits numbered(String domain, String value) {
        return new Traits(names, birthDate, sex, postalCode, address, phone, domain, value);
    }

    /// Whether it narrows enough: a name alone is carried by thousands.
    boolean narrow() {
        return number != null || birthDate != null || !phone.isBlank();
    }

    /// Whether somebody is all that is known; numbers are not looked at.
    public boolean fits(Demographics said) {
        return names.stream().allMatch(part -> part.fits(said))
                && (birthDate == null || birthDate.equals(said.birthDate()))
                && (sex.isEmpty() || sex.equals(said.sex()))
                && (postalCode.isBlank() || Digits.read(postalCode) == Digits.read(said.postalCode()))
                && (phone.isBlank() || Digits.phone(phone) == Digits.phone(said.phone()))
                && livesThere(said.address());
    }

    private boolean livesThere(String other) {
        if (address.isBlank()) {
            return true;
        }
        var asked = Address.read(address);
        var lives = Address.read(other);
        var bits = 16 * (4 - Address.count(asked.numbers()));
        return lives.place().contains(asked.place())
                && (asked.numbers() == 0 || asked.numbers() >>> bits == lives.numbers() >>> bits);
    }
}

package hmnet.people.arrivals;

import hmnet.people.folding.Address;
import hmnet.people.folding.PersonName;
import hmnet.people.matching.Demographics;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// One resident who moved or changed the family name (転居・改姓した住民), as a municipality's list says it.
/// A given name or a birth date that changed is no such thing: that could be another human.
///
/// @param formerFamilyName empty where the family name is the same, as its reading and `formerAddress`
/// @param validOn the day for which the list says so
public record ResidentEntry(
        LocalDate birthDate,
        String sex,
        String familyName,
        String givenName,
        String familyKana,
        String givenKana,
        String postalCode,
        String address,
        String formerFamilyName,
        String formerFamilyKana,
        String formerAddress,
        LocalDate validOn) {
    /// Whether it says anything that matching does not know.
    public boolean changed() {
        return !formerFamilyName.isBlank() || !formerAddress.isBlank();
    }

    /// Whether another entry, of whichever day, says the same of who this is and where they live now.
    boolean saysTheSame(ResidentEntry other) {
        return birthDate.equals(other.birthDate)
                && sex.equals(other.sex)
                && familyName.equals(other.familyName)
                && givenName.equals(other.givenName)
                && familyKana.equals(other.familyKana)
                && givenKana.equals(other.givenKana)
                && postalCode.equals(other.postalCode)
                && address.equals(other.address);
    }

    /// Whether a chart reads as this resident once did: birth date, the whole name, and home with all its
    /// numbers. A former family name without its reading is compared by its characters.
    boolean wasOnce(Demographics chart) {
        var renamed = !formerFamilyName.isBlank();
        var once = PersonName.read(
                (renamed ? formerFamilyName : familyName) + "　" + givenName, familyKana + "　" + givenKana);
        var surnameReading = renamed ? PersonName.read("", formerFamilyKana).surnameReading() : once.surnameReading();
        var said = PersonName.read(chart.name(), chart.reading());
        return DateTimeFormatter.BASIC_ISO_DATE.format(birthDate).equals(chart.birthDate())
                && (sex.equals("unknown") || chart.sex().equals("unknown") || sex.equals(chart.sex()))
                && agree(once.given(), said.given(), once.givenReading(), said.givenReading())
                && agree(once.surname(), said.surname(), surnameReading, said.surnameReading())
                && home(formerAddress.isBlank() ? address : formerAddress, chart.address());
    }

    /// Nothing that both say differs, and something agrees.
    private static boolean agree(String characters, String others, String reading, String otherReading) {
        var known = !characters.isEmpty() && !others.isEmpty();
        var sounded = !reading.isEmpty() && !otherReading.isEmpty();
        return (known || sounded)
                && (!known || characters.equals(others))
                && (!sounded || reading.equals(otherReading));
    }

    private static boolean home(String one, String other) {
        var a = Address.read(one);
        var b = Address.read(other);
        return a.numbers() != 0
                && a.numbers() == b.numbers()
                && !a.place().isEmpty()
                && !b.place().isEmpty()
                && (a.place().endsWith(b.place()) || b.place().endsWith(a.place()));
    }

    /// What a chart that reads as this resident once did would say now.
    Demographics now(Demographics chart) {
        return chart.as(familyName + "　" + givenName, familyKana + "　" + givenKana, postalCode, address);
    }
}

package hmnet.people.links;

import hmnet.people.patients.PersonId;
import java.time.LocalDate;

/// A resident as the office registered them (登録者).
///
/// @param regionalId 地域共通ID
/// @param town the part of the address that reception may see
public record Person(
        PersonId id,
        String regionalId,
        String familyName,
        String givenName,
        String familyKana,
        String givenKana,
        LocalDate birthDate,
        String sex,
        String postalCode,
        String address,
        String town,
        String phone) {
    public String name() {
        return familyName + "　" + givenName;
    }

    public String kana() {
        return familyKana + "　" + givenKana;
    }

    /// Whether name, kana, birth date and address are written the same.
    boolean readsLike(Person other) {
        return familyName.equals(other.familyName)
                && givenName.equals(other.givenName)
                && familyKana.equals(other.familyKana)
                && givenKana.equals(other.givenKana)
                && birthDate.equals(other.birthDate)
                && address.equals(other.address);
    }

    Person called(String newFamily, String newGiven, String newFamilyKana, String newGivenKana) {
        return new Person(
                id,
                regionalId,
                newFamily,
                newGiven,
                newFamilyKana,
                newGivenKana,
                birthDate,
                sex,
                postalCode,
                address,
                town,
                phone);
    }

    public Person withRegionalId(String given) {
        return new Person(
                id,
                given,
                familyName,
                givenName,
                familyKana,
                givenKana,
                birthDate,
                sex,
                postalCode,
                address,
                town,
                phone);
    }

    /// The town in an address: everything up to the first number, without the prefecture. 府 begins the names
    /// of 府中市 and 府中町 too, so only the prefectures that are a 都, 道 or 府 are taken for one.
    public static String town(String address) {
        var withoutPrefecture = address.replaceFirst("^(東京都|北海道|京都府|大阪府|.{2,3}?県)", "");
        return withoutPrefecture.replaceFirst("([0-9０-９]|[一二三四五六七八九十]+丁目).*$", "");
    }
}

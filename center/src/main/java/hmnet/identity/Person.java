package hmnet.identity;

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

    /// The town in an address: everything up to the first number, without the prefecture.
    public static String town(String address) {
        var withoutPrefecture = address.replaceFirst("^.{2,3}[都道府県]", "");
        return withoutPrefecture.replaceFirst("([0-9０-９]|[一二三四五六七八九十]+丁目).*$", "");
    }
}

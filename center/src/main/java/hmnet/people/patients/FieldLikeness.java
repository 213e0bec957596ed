package hmnet.people.patients;

import hmnet.people.folding.Address;
import hmnet.people.folding.Digits;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// How one field of two descriptions compares (項目の一致). A missing field proves nothing.
public enum FieldLikeness {
    SAME,
    /// A slip of the pen apart.
    NEAR,
    MISSING,
    OTHER;

    private static final int YEARS_OF_A_SLIP = 9;
    private static final int SHORTEST_PHONE = 10_000_000;

    /// One digit, two neighbours exchanged, or day and month exchanged, within ten years.
    static FieldLikeness birth(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return MISSING;
        }
        if (a.equals(b)) {
            return SAME;
        }
        var slip = a.getYear() == b.getYear()
                        && a.getMonthValue() == b.getDayOfMonth()
                        && a.getDayOfMonth() == b.getMonthValue()
                || oneSlip(a.format(DateTimeFormatter.BASIC_ISO_DATE), b.format(DateTimeFormatter.BASIC_ISO_DATE));
        return slip && Math.abs(a.getYear() - b.getYear()) <= YEARS_OF_A_SLIP ? NEAR : OTHER;
    }

    static FieldLikeness sex(String a, String b) {
        if (!known(a) || !known(b)) {
            return MISSING;
        }
        return a.equals(b) ? SAME : OTHER;
    }

    /// The same telephone, or the same place and numbers, is one home.
    static FieldLikeness home(String address, String phone, String otherAddress, String otherPhone) {
        var digits = Digits.phone(phone);
        if (digits >= SHORTEST_PHONE && digits == Digits.phone(otherPhone)) {
            return SAME;
        }
        if (address.isBlank() || otherAddress.isBlank()) {
            return MISSING;
        }
        var one = Address.read(address);
        var other = Address.read(otherAddress);
        var place = one.place().endsWith(other.place()) || other.place().endsWith(one.place());
        return place && one.numbers() == other.numbers() && one.numbers() != 0 ? SAME : OTHER;
    }

    private static boolean known(String sex) {
        return sex.equals("male") || sex.equals("female");
    }

    private static boolean oneSlip(String a, String b) {
        var first = -1;
        var differing = 0;
        for (var i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                first = first < 0 ? i : first;
                differing++;
            }
        }
        return differing == 1
                || differing == 2
                        && first + 1 < a.length()
                        && a.charAt(first) == b.charAt(first + 1)
                        && a.charAt(first + 1) == b.charAt(first);
    }
}

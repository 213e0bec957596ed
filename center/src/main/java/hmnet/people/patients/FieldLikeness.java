package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.people.folding.Address;
import hmnet.people.folding.Digits;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
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
    private static final int POSTAL_AREA = 10_000;

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

    /// The same telephone, or the same place and numbers, is one home; a room may be left out. A place that is told no
    /// closer than its town, or a number without its place, says nothing.
    static FieldLikeness home(Demographics a, Demographics b) {
        var digits = Digits.phone(a.phone());
        if (digits >= SHORTEST_PHONE && digits == Digits.phone(b.phone())) {
            return SAME;
        }
        if (a.address().isBlank() || b.address().isBlank()) {
            return postal(Digits.read(a.postalCode()), Digits.read(b.postalCode()));
        }
        return home(Address.read(a.address()), Address.read(b.address()));
    }

    /// Whether an address tells nothing that the other one does not tell closer: none at all, or the town alone.
    static boolean saysLess(String address, String than) {
        if (address.isBlank()) {
            return true;
        }
        var one = Address.read(address);
        var other = Address.read(than);
        return one.numbers() == 0
                && other.numbers() != 0
                && (other.place().startsWith(one.place()) || other.place().endsWith(one.place()));
    }

    private static FieldLikeness home(Address one, Address other) {
        var nowhere = one.place().isEmpty() || other.place().isEmpty();
        var place = one.place().endsWith(other.place()) || other.place().endsWith(one.place());
        if (one.numbers() == 0 || other.numbers() == 0) {
            return place
                            || one.place().startsWith(other.place())
                            || other.place().startsWith(one.place())
                    ? MISSING
                    : OTHER;
        }
        var numbers = sameNumbers(one.numbers(), other.numbers());
        return !place || !numbers ? OTHER : nowhere ? MISSING : SAME;
    }

    /// As far as both tell them, and two at least where one tells fewer.
    private static boolean sameNumbers(long one, long other) {
        var counts = Math.min(Address.count(one), Address.count(other));
        return one == other
                || counts > 1
                        && IntStream.range(0, counts)
                                .allMatch(place -> Address.number(one, place) == Address.number(other, place));
    }

    /// A postal code tells homes apart, and makes none the same; one that ends in 0000 is a whole city.
    private static FieldLikeness postal(long one, long other) {
        var told = one % POSTAL_AREA != 0 && other % POSTAL_AREA != 0;
        return told && one != other ? OTHER : MISSING;
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

package hmnet.people.matching;

import static hmnet.people.matching.ComparedField.*;

import hmnet.people.folding.Address;
import hmnet.people.folding.BirthDate;
import java.util.stream.IntStream;

/// Two rows of a roster compared field by field (比較): a pattern of levels in one int.
final class Comparison {
    /// A postal code that ends in 0000 stands for a whole city.
    private static final int POSTAL_AREA = 10_000;
    private final Roster roster;
    private final NameComparison names;

    public Comparison(Roster roster) {
        this.roster = roster;
        this.names = new NameComparison(roster);
    }

    /// The pattern of each candidate pair.
    public static int[] patterns(Roster roster, long[] pairs) {
        var comparison = new Comparison(roster);
        var patterns = new int[pairs.length];
        IntStream.range(0, pairs.length)
                .parallel()
                .forEach(i -> patterns[i] = comparison.pattern((int) (pairs[i] >>> 32), (int) pairs[i]));
        return patterns;
    }

    public int pattern(int a, int b) {
        return names.pattern(a, b)
                | BIRTH.bits(birth(roster.birth[a], roster.birth[b]))
                | SEX.bits(sex(roster.sex[a], roster.sex[b]))
                | ADDRESS.bits(address(a, b))
                | PHONE.bits(phone(roster.phone[a], roster.phone[b]))
                | INSURANCE.bits(insurance(a, b))
                | CHART.bits(chart(a, b));
    }

    static int birth(int a, int b) {
        if (a == 0 || b == 0) {
            return BIRTH_UNKNOWN;
        }
        if (a == b) {
            return 0;
        }
        var sameYear = a / 10000 == b / 10000;
        var sameMonth = a / 100 % 100 == b / 100 % 100;
        var sameDay = a % 100 == b % 100;
        var swapped = sameYear && a / 100 % 100 == b % 100 && a % 100 == b / 100 % 100;
        if (swapped || slip(a, b, 8)) {
            return BIRTH_SLIP;
        }
        if (sameMonth && sameDay) {
            return BirthDate.sameYearOfAnotherEra(a / 10000, b / 10000) ? BIRTH_ERA : BIRTH_PART;
        }
        return sameYear && (sameMonth || sameDay) ? BIRTH_PART : BIRTH_OTHER;
    }

    private static int sex(int a, int b) {
        return a == 0 || b == 0 ? SEX_UNKNOWN : a == b ? 0 : SEX_OTHER;
    }

    private int address(int a, int b) {
        var placeA = roster.place[a];
        var placeB = roster.place[b];
        var samePost = roster.postal[a] % POSTAL_AREA != 0 && roster.postal[a] == roster.postal[b];
        if (placeA != 0 && placeB != 0) {
            if (placeA == placeB || sameEnd(roster.text(placeA), roster.text(placeB))) {
                return numbers(roster.numbers[a], roster.numbers[b]);
            }
        } else if (roster.postal[a] == 0 || roster.postal[b] == 0) {
            return ADDRESS_UNKNOWN;
        }
        return samePost ? ADDRESS_POSTAL : sameCity(a, b) ? ADDRESS_CITY : ADDRESS_OTHER;
    }

    /// By name, or where one does not give it by the first three digits of the postal code.
    private boolean sameCity(int a, int b) {
        if (roster.city[a] != 0 && roster.city[b] != 0) {
            return roster.city[a] == roster.city[b];
        }
        return roster.postal[a] != 0 && roster.postal[a] / POSTAL_AREA == roster.postal[b] / POSTAL_AREA;
    }

    private static int numbers(long a, long b) {
        if (a == 0 || b == 0) {
            return ADDRESS_TOWN;
        }
        if (a == b) {
            return 0;
        }
        var counts = Math.min(Address.count(a), Address.count(b));
        var differing = 0;
        var slips = 0;
        for (var i = 0; i < counts; i++) {
            var left = Address.number(a, i);
            var right = Address.number(b, i);
            if (left != right) {
                differing++;
                slips += slip(left, right, 5) ? 1 : 0;
            }
        }
        return differing == 0
                ? ADDRESS_SHORTER
                : differing == 1 && slips == 1 && counts > 1 ? ADDRESS_SLIP : ADDRESS_NEIGHBOUR;
    }

    private static int phone(long a, long b) {
        return a == 0 || b == 0 ? PHONE_UNKNOWN : a == b ? 0 : slip(a, b, 11) ? PHONE_SLIP : PHONE_OTHER;
    }

    private int insurance(int a, int b) {
        if (!roster.insured(a) || !roster.insured(b)) {
            return INSURANCE_UNKNOWN;
        }
        if (roster.insurer[a] != roster.insurer[b]) {
            return INSURANCE_OTHER;
        }
        var symbols = roster.symbol[a] == roster.symbol[b] || roster.symbol[a] == 0 || roster.symbol[b] == 0;
        if (roster.insured[a] != roster.insured[b]) {
            return symbols && slip(roster.insured[a], roster.insured[b], 9) ? INSURANCE_SLIP : INSURANCE_INSURER;
        }
        if (roster.personalInsurance(a)) {
            return INSURANCE_PERSONAL;
        }
        if (!symbols) {
            return INSURANCE_INSURER;
        }
        if (roster.branch[a] == Roster.BRANCH_UNKNOWN || roster.branch[b] == Roster.BRANCH_UNKNOWN) {
            return INSURANCE_FAMILY;
        }
        return roster.branch[a] == roster.branch[b] ? INSURANCE_BRANCH : INSURANCE_OTHER_BRANCH;
    }

    private int chart(int a, int b) {
        if (roster.facility[a] != roster.facility[b] || roster.facility[a] == 0) {
            return CHART_ELSEWHERE;
        }
        return roster.chart[a] == roster.chart[b] && roster.chart[a] != 0 ? CHART_SAME_NUMBER : CHART_SAME_FACILITY;
    }

    /// Whether one digit differs, or two neighbours are exchanged.
    static boolean slip(long a, long b, int digits) {
        var differing = 0;
        var first = -1;
        var last = -1;
        for (var i = 0; i < digits; i++) {
            if (a / POWERS[i] % 10 != b / POWERS[i] % 10) {
                differing++;
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return differing == 1
                || differing == 2
                        && last == first + 1
                        && a / POWERS[first] % 10 == b / POWERS[last] % 10
                        && a / POWERS[last] % 10 == b / POWERS[first] % 10;
    }

    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000L
    };

    /// One place may be written with city and ward, the other without.
    private static boolean sameEnd(String a, String b) {
        return a.length() > 1 && b.length() > 1 && (a.endsWith(b) || b.endsWith(a));
    }
}

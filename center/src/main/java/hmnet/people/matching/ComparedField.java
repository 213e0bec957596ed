package hmnet.people.matching;

/// What of two charts is compared (比較項目), and where its level stands in a pattern of bits.
enum ComparedField {
    SURNAME(20),
    GIVEN(20),
    BIRTH(6),
    SEX(3),
    ADDRESS(9),
    PHONE(4),
    INSURANCE(8),
    CHART(3);

    /// Levels of characters and readings of a name; both together make one level of SURNAME or GIVEN.
    static final int SAME = 0;
    static final int NEAR = 1;
    static final int OTHER = 2;
    static final int UNKNOWN = 3;

    static final int SOUNDS_SAME = 0;
    static final int SOUNDS_LOOSE = 1;
    static final int SOUNDS_NEAR = 2;
    static final int SOUNDS_OTHER = 3;
    static final int SOUNDS_UNKNOWN = 4;
    static final int SOUNDS = 5;

    static final int BIRTH_SLIP = 1;
    static final int BIRTH_PART = 2;
    static final int BIRTH_ERA = 3;
    static final int BIRTH_OTHER = 4;
    static final int BIRTH_UNKNOWN = 5;

    static final int SEX_OTHER = 1;
    static final int SEX_UNKNOWN = 2;

    static final int ADDRESS_SHORTER = 1;
    static final int ADDRESS_SLIP = 2;
    static final int ADDRESS_TOWN = 3;
    static final int ADDRESS_NEIGHBOUR = 4;
    static final int ADDRESS_POSTAL = 5;
    static final int ADDRESS_CITY = 6;
    static final int ADDRESS_OTHER = 7;
    static final int ADDRESS_UNKNOWN = 8;

    static final int PHONE_SLIP = 1;
    static final int PHONE_OTHER = 2;
    static final int PHONE_UNKNOWN = 3;

    static final int INSURANCE_PERSONAL = 0;
    static final int INSURANCE_BRANCH = 1;
    static final int INSURANCE_FAMILY = 2;
    static final int INSURANCE_OTHER_BRANCH = 3;
    static final int INSURANCE_SLIP = 4;
    static final int INSURANCE_INSURER = 5;
    static final int INSURANCE_OTHER = 6;
    static final int INSURANCE_UNKNOWN = 7;

    static final int CHART_ELSEWHERE = 0;
    static final int CHART_SAME_FACILITY = 1;
    static final int CHART_SAME_NUMBER = 2;

    static final ComparedField[] ALL = values();

    final int levels;
    private final int place;
    private final int shift;
    private final int mask;

    ComparedField(int levels) {
        this.levels = levels;
        place = Shift.fields++;
        var width = 32 - Integer.numberOfLeadingZeros(levels - 1);
        mask = (1 << width) - 1;
        shift = Shift.next;
        Shift.next += width;
    }

    /// Where its weights stand in a model.
    int place() {
        return place;
    }

    int level(int pattern) {
        return pattern >>> shift & mask;
    }

    int bits(int level) {
        return level << shift;
    }

    private static final class Shift {
        static int fields;
        static int next;
    }
}

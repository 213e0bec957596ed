package hmnet.record.layouts;

/// A place in a line or a record as somebody typed it (位置): columns and bytes count from 1.
final class FieldPlace {
    private static final int DIGITS_MAX = 5;

    private FieldPlace() {}

    /// -1 where it is no number.
    static int number(String typed) {
        return typed.isEmpty() || typed.length() > DIGITS_MAX || !typed.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(typed);
    }

    static boolean within(String typed, int least, int most) {
        int number = number(typed);
        return number >= least && number <= most;
    }
}

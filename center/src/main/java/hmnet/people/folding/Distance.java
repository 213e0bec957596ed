package hmnet.people.folding;

/// How many strokes of the pen lie between two short texts (編集距離).
public final class Distance {
    private Distance() {}

    /// Whether one character is changed, added, lost, or two neighbours are exchanged.
    public static boolean oneApart(String a, String b) {
        if (a.length() < b.length()) {
            return oneApart(b, a);
        }
        if (a.length() - b.length() > 1) {
            return false;
        }
        var head = 0;
        while (head < b.length() && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < b.length() - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        var middle = a.length() - head - tail;
        return middle <= 1
                || middle == 2
                        && a.length() == b.length()
                        && a.charAt(head) == b.charAt(head + 1)
                        && a.charAt(head + 1) == b.charAt(head);
    }

    /// Whether two such changes are enough; asked for longer texts only.
    public static boolean twoApart(String a, String b) {
        if (a.length() < b.length()) {
            return twoApart(b, a);
        }
        if (a.length() - b.length() > 2) {
            return false;
        }
        var head = 0;
        while (head < b.length() && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        var left = a.substring(head);
        var right = b.substring(head);
        return oneApart(left, right)
                || oneApart(tail(left, 1), right)
                || oneApart(left, tail(right, 1))
                || oneApart(tail(left, 1), tail(right, 1))
                || left.length() > 1
                        && right.length() > 1
                        && left.charAt(0) == right.charAt(1)
                        && left.charAt(1) == right.charAt(0)
                        && oneApart(tail(left, 2), tail(right, 2));
    }

    private static String tail(String text, int from) {
        return from <= text.length() ? text.substring(from) : "";
    }
}

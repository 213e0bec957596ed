package hmnet.matching;

/// How many strokes of the pen lie between two short texts (編集距離).
final class Distance {
    private Distance() {}

    /// Whether one character is changed, added, lost, or two neighbours are exchanged.
    static boolean oneApart(String a, String b) {
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
}

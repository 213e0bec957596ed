package hmnet.office.reviewdesk;

import java.util.ArrayList;
import java.util.List;

/// Where two texts differ, to the character (文字単位の違い): what both have in the same order stays plain.
public record Difference(List<Piece> one, List<Piece> other) {
    /// A stretch of one text.
    public record Piece(String text, boolean differs) {}

    static Difference of(String one, String other) {
        var a = one.codePoints().toArray();
        var b = other.codePoints().toArray();
        var common = common(a, b);
        var inA = new boolean[a.length];
        var inB = new boolean[b.length];
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                inA[i++] = true;
                inB[j++] = true;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return new Difference(pieces(a, inA), pieces(b, inB));
    }

    /// How many characters the rests of both have in common, from each pair of places on.
    private static int[][] common(int[] a, int[] b) {
        var common = new int[a.length + 1][b.length + 1];
        for (var i = a.length - 1; i >= 0; i--) {
            for (var j = b.length - 1; j >= 0; j--) {
                common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Piece> pieces(int[] text, boolean[] common) {
        var pieces = new ArrayList<Piece>();
        for (int from = 0, to; from < text.length; from = to) {
            to = from + 1;
            while (to < text.length && common[to] == common[from]) {
                to++;
            }
            pieces.add(new Piece(new String(text, from, to - from), !common[from]));
        }
        return List.copyOf(pieces);
    }
}
